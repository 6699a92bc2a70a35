import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { signPackage } from '../../../runtime/signing/sign-package.js';
import { findSigner } from '../../../runtime/trust/sign.js';
import { memoryIo } from '../../fixtures/kernel/memory-io.js';
import { testKey } from '../../fixtures/trust.js';

const a = testKey('a');
const files = { 'a.key': a.key.export({ type: 'pkcs8', format: 'pem' }).toString(), 'package.json': 'text' };

t.test('the signature lies beside the package, or where it is wanted', async (t) => {
  const directory = t.testdir(files);
  const io = memoryIo({}, directory);
  for (const output of [undefined, 'other']) {
    await signPackage({ package: 'package.json', key: 'a.key', output }, io);
    const signature = readFileSync(join(directory, output ?? 'package.json.sig'), 'utf8');
    t.equal(findSigner(Buffer.from('text'), signature, [a.trusted])?.name, 'a');
  }
  t.equal(io.errors(), "wrote 'package.json.sig'\nwrote 'other'\n");
});

t.test('a package, a key or a place that is not there is told', async (t) => {
  const io = memoryIo({}, t.testdir(files));
  const sign = (more: object) =>
    signPackage({ package: 'package.json', key: 'a.key', output: undefined, ...more }, io);
  await t.rejects(sign({ package: 'none' }), { code: 'package-invalid' });
  await t.rejects(sign({ key: 'none' }), { code: 'usage', message: /^read key 'none'/ });
  await t.rejects(sign({ output: 'none/x' }), { code: 'usage', message: /^write 'none\/x'/ });
});
