import t from 'tap';
import { createPublicKey } from 'node:crypto';
import { makeKeyPair } from '../../../runtime/trust/make-key-pair.js';
import { readPrivateKey } from '../../../runtime/trust/private-key.js';
import { readPublicKey } from '../../../runtime/trust/public-key.js';

t.test('both halves belong together, and have the labels of cosign', async (t) => {
  const { privateKey, publicKey } = await makeKeyPair('');
  t.match(privateKey, /^-----BEGIN ENCRYPTED SIGSTORE PRIVATE KEY-----\n/);
  t.match(publicKey, /^-----BEGIN PUBLIC KEY-----\n/);
  const key = await readPrivateKey(privateKey, 'k', async () => '');
  t.ok(createPublicKey(key).equals(readPublicKey(publicKey, 'p').key));
});
