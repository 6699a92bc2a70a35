import { message, type Phrase } from '../../core/message.js';
import type { FetchedPackage, SignatureCandidate } from '../source/types.js';
import type { TrustedKey } from './public-key.js';
import { findSigner } from './sign.js';
import { signedDigest } from './simple-signing.js';

/** Who signed a package, or why that cannot be said. */
export type Finding = { readonly signer: TrustedKey } | { readonly signer?: undefined; readonly why: Phrase };

/**
 * Looks for a signature of one of the keys. It has to be of this package: of its bytes, or for one in a registry of its
 * manifest's digest. A signature that holds, but for something else, is told apart: that is how packages get swapped.
 */
export function findSignature(
  fetched: FetchedPackage,
  candidates: readonly SignatureCandidate[],
  keys: readonly TrustedKey[],
): Finding {
  if (keys.length === 0) return { why: message`no key is trusted here` };
  if (candidates.length === 0) return { why: message`it has no signature` };
  let elsewhere: Phrase | undefined;
  for (const { payload, signature } of candidates) {
    const signer = findSigner(payload, signature, keys);
    if (!signer) continue;
    if (isOf(fetched, payload)) return { signer };
    elsewhere = message`the signature by '${signer.name}' is that of another package`;
  }
  return { why: elsewhere ?? message`no signature of it fits: it was changed, or another key signed it` };
}

function isOf({ origin, bytes, whole = bytes }: FetchedPackage, payload: Uint8Array): boolean {
  return origin.kind === 'oci' ? signedDigest(payload) === origin.digest : Buffer.from(payload).equals(whole);
}
