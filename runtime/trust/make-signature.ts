import type { KeyObject } from 'node:crypto';
import { signBytes } from './sign.js';
import { simpleSigningPayload } from './simple-signing.js';

/** What a registry keeps of a signature: the payload as a layer, the signature as its annotation. */
export interface ImageSignature {
  readonly payload: Uint8Array;
  /** Base64. */
  readonly signature: string;
}

/**
 * Signs an image as `cosign sign` does. `digest` is that of its manifest or index, `sha256:…`; `reference` its repository,
 * without tag or digest.
 */
export function makeSignature(digest: string, reference: string, key: KeyObject): ImageSignature {
  const payload = simpleSigningPayload(digest, reference);
  return { payload, signature: signBytes(payload, key) };
}
