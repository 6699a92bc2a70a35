import { createHash, type KeyObject } from 'node:crypto';

/** `sha256:` and 64 hex digits: the form that digests are told and pinned in. */
export function digestOf(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

/** What a public key is told by: the digest of its DER form, as `openssl pkey -pubin -outform der | sha256sum` has it. */
export function fingerprintOf(key: KeyObject): string {
  return digestOf(key.export({ type: 'spki', format: 'der' }));
}
