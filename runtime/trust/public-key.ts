import { createPublicKey, type KeyObject } from 'node:crypto';
import { message } from '../../core/message.js';
import { keyError } from './trust-error.js';
import { readPem } from './pem.js';

/** A public key whose signatures are believed, and what people call it. */
export interface TrustedKey {
  /** The file that it was read from, as it was named. */
  readonly name: string;
  readonly key: KeyObject;
}

/**
 * The public key in a PEM text, as cosign writes it: ECDSA on P-256. Throws `usage`, with `name` in the sentence, for
 * anything else, a private key above all: it has no business on a host that only verifies.
 */
export function readPublicKey(text: string, name: string): TrustedKey {
  const block = readPem(text);
  if (!block) throw keyError(name, message`it is no PEM file`, { cure: makeOne });
  if (block.label !== 'PUBLIC KEY') {
    throw keyError(name, message`it holds a ${block.label}, not a PUBLIC KEY`, { cure: makeOne });
  }
  try {
    const key = createPublicKey({ key: Buffer.from(block.bytes), format: 'der', type: 'spki' });
    requireP256(key, name);
    return { name, key };
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'TseccError') throw cause;
    throw keyError(name, message`it holds no public key`, { cure: makeOne, cause });
  }
}

const makeOne = message`a public key is what tsecli generate-key-pair writes as cosign.pub`;

/** Throws `usage` unless the key, public or private, is an ECDSA key on P-256, the one scheme that cosign demands of all. */
export function requireP256(key: KeyObject, name: string): void {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = key;
  if (type === 'ec' && details?.namedCurve === 'prime256v1') return;
  const kind = [type, details?.namedCurve].filter((each) => each !== undefined).join(' ');
  throw keyError(name, message`it is a key of another kind, ${kind}, and signatures are of ECDSA on P-256`, {
    cure: message`make one with: ${'tsecli generate-key-pair'}`,
  });
}
