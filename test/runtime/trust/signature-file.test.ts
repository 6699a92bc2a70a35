import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { readSignatureFile, signatureFileOf } from '../../../runtime/trust/signature-file.js';
import { signBytes } from '../../../runtime/trust/sign.js';
import { testKey } from '../../fixtures/trust.js';

t.test('a signature lies beside its file', async (t) => {
  t.equal(signatureFileOf('a/package.json'), 'a/package.json.sig');
});

t.test("base64 and openssl's bytes are both read", async (t) => {
  const signature = signBytes(Buffer.from('x'), testKey('a').key);
  const directory = t.testdir({ text: `${signature}\n` });
  writeFileSync(join(directory, 'bytes'), Buffer.from(signature, 'base64'));
  t.equal(await readSignatureFile('text', directory), signature);
  t.equal(await readSignatureFile('bytes', directory), signature);
});

t.test('none is none, and one that cannot be read is an error', async (t) => {
  const directory = t.testdir({ folder: {}, large: 'A'.repeat(20_000) });
  t.equal(await readSignatureFile('none', directory), undefined);
  await t.rejects(readSignatureFile('folder', directory), {
    code: 'package-invalid',
    message: "read 'folder': illegal operation on a directory",
  });
  await t.rejects(readSignatureFile('large', directory), {
    message: "read 'large': it is larger than any signature",
  });
});
