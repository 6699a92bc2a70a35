import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import t from 'tap';
import { findSigner, signBytes } from '../../../runtime/trust/sign.js';
import { testKey } from '../../fixtures/trust.js';

const [a, b] = [testKey('a'), testKey('b')];
const bytes = Buffer.from('bytes');

t.test('the key that signed is found among others', async (t) => {
  const signature = signBytes(bytes, b.key);
  t.equal(findSigner(bytes, signature, [a.trusted, b.trusted])?.name, 'b');
  t.equal(findSigner(bytes, `${signature}\n`, [b.trusted])?.name, 'b');
  t.equal(findSigner(bytes, signature, [a.trusted]), undefined);
  t.equal(findSigner(Buffer.from('Bytes'), signature, [a.trusted, b.trusted]), undefined);
  t.equal(findSigner(bytes, signature, []), undefined);
});

t.test('no text that was not made by the key passes', async (t) => {
  const signature = signBytes(bytes, a.key);
  const property = fc.property(
    fc.nat(signature.length - 1),
    fc.integer({ min: 32, max: 126 }),
    (at, code) => {
      const changed = `${signature.slice(0, at)}${String.fromCharCode(code)}${signature.slice(at + 1)}`;
      // Letters that only fill up base64's last digit mean the same bytes.
      const same = Buffer.from(changed, 'base64').equals(Buffer.from(signature, 'base64'));
      return same || findSigner(bytes, changed, [a.trusted]) === undefined;
    },
  );
  t.doesNotThrow(() => fc.assert(property));
  for (const text of ['', '=', 'AAAA', 'A'.repeat(1000)])
    t.equal(findSigner(bytes, text, [a.trusted]), undefined);
});

t.test('openssl alone verifies what we sign, and we what openssl signs', async (t) => {
  const directory = t.testdir({
    'a.pub': a.pem,
    'a.key': a.key.export({ type: 'pkcs8', format: 'pem' }).toString(),
  });
  const path = (name: string) => join(directory, name);
  writeFileSync(path('file'), bytes);
  writeFileSync(path('sig'), Buffer.from(signBytes(bytes, a.key), 'base64'));
  const verify = ['dgst', '-sha256', '-verify', path('a.pub'), '-signature', path('sig'), path('file')];
  t.equal(spawnSync('openssl', verify, { encoding: 'utf8' }).stdout, 'Verified OK\n');
  const made = spawnSync('openssl', ['dgst', '-sha256', '-sign', path('a.key'), path('file')]);
  t.equal(findSigner(bytes, made.stdout.toString('base64'), [a.trusted])?.name, 'a');
});
