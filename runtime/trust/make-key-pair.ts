import { generateKeyPairSync } from 'node:crypto';
import { writePem } from './pem.js';
import { sealSecret } from './secret-box.js';

/** Two PEM texts. */
export interface KeyPair {
  /** `cosign.key`: encrypted with the password, as cosign does. */
  readonly privateKey: string;
  /** `cosign.pub` */
  readonly publicKey: string;
}

/** A new pair of keys as `cosign generate-key-pair` makes them: ECDSA on P-256. */
export async function makeKeyPair(password: string): Promise<KeyPair> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const der = privateKey.export({ type: 'pkcs8', format: 'der' });
  return {
    privateKey: writePem({ label: 'ENCRYPTED SIGSTORE PRIVATE KEY', bytes: await sealSecret(der, password) }),
    publicKey: writePem({ label: 'PUBLIC KEY', bytes: publicKey.export({ type: 'spki', format: 'der' }) }),
  };
}
