import { generateKeyPairSync } from 'node:crypto';
import t from 'tap';
import { readPublicKey, requireP256 } from '../../../runtime/trust/public-key.js';
import { testKey } from '../../fixtures/trust.js';

t.test('a public key is read, and keeps the name it was given by', async (t) => {
  const { pem } = testKey('a');
  const { name, key } = readPublicKey(`comment\n${pem}`, 'cosign.pub');
  t.equal(name, 'cosign.pub');
  t.equal(key.type, 'public');
});

t.test('anything else is no public key', async (t) => {
  const { key } = testKey('a');
  const broken = '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n';
  const cases = [
    ['text', 'it is no PEM file'],
    [key.export({ type: 'pkcs8', format: 'pem' }).toString(), 'it holds a PRIVATE KEY, not a PUBLIC KEY'],
    [broken, 'it holds no public key'],
  ] as const;
  for (const [text, why] of cases) {
    t.throws(() => readPublicKey(text, 'k'), { code: 'usage', message: `read key 'k': ${why}` });
  }
});

t.test('a key of another kind is named', async (t) => {
  const { publicKey } = generateKeyPairSync('ed25519');
  t.throws(() => requireP256(publicKey, 'k'), { message: /another kind, ed25519,/ });
  t.throws(() => readPublicKey(testKey('a', 'secp384r1').pem, 'k'), {
    code: 'usage',
    message: /another kind, ec secp384r1,/,
  });
});
