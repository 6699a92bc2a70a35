import { sign, verify, type KeyObject } from 'node:crypto';
import type { TrustedKey } from './public-key.js';

/** A signature over bytes: ECDSA over their SHA-256, in DER, as base64; what `cosign sign-blob` prints. */
export function signBytes(bytes: Uint8Array, key: KeyObject): string {
  return sign('sha256', bytes, key).toString('base64');
}

/** The key of those given that signed the bytes; undefined when none did. */
export function findSigner(
  bytes: Uint8Array,
  signature: string,
  keys: readonly TrustedKey[],
): TrustedKey | undefined {
  const der = decodeSignature(signature);
  return der && keys.find(({ key }) => verify('sha256', bytes, key, der));
}

/** More than any DER form of two numbers of 32 bytes. */
const longest = 256;

function decodeSignature(text: string): Uint8Array | undefined {
  const plain = text.replaceAll(/\s/g, '');
  if (plain === '' || plain.length > longest || !/^[A-Za-z0-9+/]+={0,2}$/.test(plain)) return undefined;
  return Buffer.from(plain, 'base64');
}
