import { createPrivateKey, type KeyObject } from 'node:crypto';
import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { PhrasedError } from '../../core/phrased-error.js';
import { readPem, type PemBlock } from './pem.js';
import { requireP256 } from './public-key.js';
import { openSecret } from './secret-box.js';
import { keyError } from './trust-error.js';

/** Asks for the password of a key; called only for one that is encrypted. */
export type AskPassword = () => Promise<string>;

/** What cosign calls its keys now, and what it called them before. */
const cosignLabels: ReadonlySet<string> = new Set([
  'ENCRYPTED SIGSTORE PRIVATE KEY',
  'ENCRYPTED COSIGN PRIVATE KEY',
]);

/** What openssl writes: PKCS #8, encrypted or not, and SEC 1. */
const opensslLabels: ReadonlySet<string> = new Set([
  'ENCRYPTED PRIVATE KEY',
  'PRIVATE KEY',
  'EC PRIVATE KEY',
]);

/**
 * The private key in a PEM text, cosign's or openssl's. Throws `usage`, with `name` in the sentence, for what is no such
 * key or is of another kind than ECDSA on P-256, and `not-permitted` when the password is wrong.
 */
export async function readPrivateKey(text: string, name: string, ask: AskPassword): Promise<KeyObject> {
  const block = readPem(text);
  if (!block) throw keyError(name, message`it is no PEM file`, { cure: makeOne });
  const key = cosignLabels.has(block.label)
    ? await openCosignKey(block, name, ask)
    : await openOpensslKey(text, block, name, ask);
  requireP256(key, name);
  return key;
}

const makeOne = message`a private key is what tsecli generate-key-pair writes as cosign.key`;

async function openCosignKey({ bytes }: PemBlock, name: string, ask: AskPassword): Promise<KeyObject> {
  try {
    const der = await openSecret(bytes, await ask());
    if (!der) throw wrongPassword(name);
    return createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' });
  } catch (cause) {
    if (cause instanceof TseccError) throw cause;
    throw keyError(name, cause instanceof PhrasedError ? cause.phrase : noKey, { cure: makeOne, cause });
  }
}

async function openOpensslKey(
  text: string,
  { label }: PemBlock,
  name: string,
  ask: AskPassword,
): Promise<KeyObject> {
  if (!opensslLabels.has(label)) {
    throw keyError(name, message`it holds a ${label}, not a private key`, { cure: makeOne });
  }
  const encrypted = label === 'ENCRYPTED PRIVATE KEY';
  const passphrase = encrypted ? await ask() : undefined;
  try {
    return createPrivateKey({
      key: text,
      format: 'pem',
      ...(passphrase === undefined ? {} : { passphrase }),
    });
  } catch (cause) {
    if (encrypted) throw wrongPassword(name, cause);
    throw keyError(name, noKey, { cure: makeOne, cause });
  }
}

const noKey = message`it holds no private key`;

function wrongPassword(name: string, cause?: unknown): TseccError {
  return new TseccError('not-permitted', message`read key '${name}': the password is wrong`, { cause });
}
