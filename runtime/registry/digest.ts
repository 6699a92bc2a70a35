import { createHash } from 'node:crypto';
import { TseccError } from '../../core/errors.js';
import { message, type Phrase } from '../../core/message.js';
import type { Digest } from '../source/types.js';

/** The digest of bytes. */
export function digestOf(bytes: Uint8Array): Digest {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

/** Whether a text is a digest of ours; other algorithms are not used by registries. */
export function isDigest(text: unknown): text is Digest {
  return typeof text === 'string' && /^sha256:[0-9a-f]{64}$/.test(text);
}

/** Throws `package-invalid` where bytes are not those that a digest names. */
export function requireDigest(bytes: Uint8Array, digest: Digest, name: Phrase): void {
  const found = digestOf(bytes);
  if (found === digest) return;
  throw new TseccError(
    'package-invalid',
    message`read ${name}: it was changed: its digest is ${found}, not ${digest}`,
  );
}
