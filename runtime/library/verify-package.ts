import { message } from '../../core/message.js';
import { fingerprintOf } from '../trust/fingerprint.js';
import { readPublicKey } from '../trust/public-key.js';
import { findSigner } from '../trust/sign.js';
import { trustError } from '../trust/trust-error.js';

/** By what {@link verifyPackage} judges. */
export interface VerifyOptions {
  /** The public keys that are trusted, each as PEM text: ECDSA on P-256, cosign's or openssl's. */
  readonly keys: readonly string[];
  /** The signature in base64, as `tsecli sign` and `cosign sign-blob` write it beside a package. */
  readonly signature: string;
}

/**
 * Demands that one of the keys signed a package or a bundle, as `tsecli verify` does: of its bytes, so open these and no
 * others. Gives the fingerprint of the key that did.
 *
 * ```ts
 * const bytes = await readFile('package.json');
 * verifyPackage(bytes, { keys: [await readFile('cosign.pub', 'utf8')], signature: await readFile('package.json.sig', 'utf8') });
 * const opened = await openPackage(bytes);
 * ```
 *
 * Throws a TseccError: `package-invalid` where none of the keys signed these bytes, `usage` for a key that is none.
 */
export function verifyPackage(bytes: Uint8Array, { keys, signature }: VerifyOptions): string {
  const trusted = keys.map((pem, index) => readPublicKey(pem, `keys[${index}]`));
  const signer = findSigner(bytes, signature, trusted);
  if (signer) return fingerprintOf(signer.key);
  throw trustError(
    'package',
    trusted.length === 0
      ? message`no key is trusted here`
      : message`no signature of it fits: it was changed, or another key signed it`,
  );
}
