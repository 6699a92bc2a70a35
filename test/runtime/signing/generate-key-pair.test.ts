import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { generateKeyPair } from '../../../runtime/signing/generate-key-pair.js';
import { memoryIo } from '../../fixtures/kernel/memory-io.js';

t.test('two files are written, and never over others', async (t) => {
  const directory = t.testdir({});
  const io = memoryIo({ COSIGN_PASSWORD: 'x' }, directory);
  await generateKeyPair('cosign', io);
  t.same(readdirSync(directory).toSorted(), ['cosign.key', 'cosign.pub']);
  t.equal(statSync(join(directory, 'cosign.key')).mode & 0o777, 0o600);
  t.equal(statSync(join(directory, 'cosign.pub')).mode & 0o777, 0o644);
  t.equal(io.errors(), "wrote 'cosign.key' (keep it to yourself) and 'cosign.pub'\n");
  const before = readFileSync(join(directory, 'cosign.key'), 'utf8');
  await t.rejects(generateKeyPair('cosign', io), {
    code: 'usage',
    message: "write 'cosign.key': there is one already",
  });
  t.equal(readFileSync(join(directory, 'cosign.key'), 'utf8'), before);
});

t.test('a public key alone stops it, too', async (t) => {
  const directory = t.testdir({ 'a.pub': '' });
  await t.rejects(generateKeyPair('a', memoryIo({ COSIGN_PASSWORD: 'x' }, directory)), { code: 'usage' });
  t.same(readdirSync(directory), ['a.pub']);
});
