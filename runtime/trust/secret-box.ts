import { randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { xsalsa20poly1305 } from '@noble/ciphers/salsa.js';
import { message } from '../../core/message.js';
import { PhrasedError } from '../../core/phrased-error.js';

// go-securesystemslib/encrypted/encrypted.go, which cosign keeps its keys with: scrypt and NaCl's secretbox.
const boxKeySize = 32;
const saltSize = 32;
const nonceSize = 24;

/** scrypt's costs N that cosign takes: what it writes now, and what it wrote before version 1.13. */
const costs = [65536, 32768] as const;
const [currentCost] = costs;
const blockSize = 8;
const parallelism = 1;

/** What lies in a block `ENCRYPTED SIGSTORE PRIVATE KEY`, as JSON; bytes are base64. */
interface Sealed {
  readonly kdf: {
    readonly name: string;
    readonly params: { readonly N: number; readonly r: number; readonly p: number };
    readonly salt: string;
  };
  readonly cipher: { readonly name: string; readonly nonce: string };
  readonly ciphertext: string;
}

/** Encrypts a secret with a password, in the form that cosign reads. */
export async function sealSecret(secret: Uint8Array, password: string): Promise<Uint8Array> {
  const [salt, nonce] = [randomBytes(saltSize), randomBytes(nonceSize)];
  const key = await deriveKey(password, salt, currentCost);
  const sealed: Sealed = {
    kdf: {
      name: 'scrypt',
      params: { N: currentCost, r: blockSize, p: parallelism },
      salt: salt.toString('base64'),
    },
    cipher: { name: 'nacl/secretbox', nonce: nonce.toString('base64') },
    ciphertext: Buffer.from(xsalsa20poly1305(key, nonce).encrypt(secret)).toString('base64'),
  };
  return Buffer.from(JSON.stringify(sealed));
}

/**
 * Decrypts what cosign or {@link sealSecret} encrypted; undefined when the password is another one. Throws a
 * PhrasedError for what is no such form; costs of its own would let a file take any time and memory.
 */
export async function openSecret(bytes: Uint8Array, password: string): Promise<Uint8Array | undefined> {
  const { kdf, cipher, ciphertext } = parseSealed(bytes);
  const cost = costs.find((each) => each === kdf.params.N);
  const nonce = Buffer.from(cipher.nonce, 'base64');
  if (
    kdf.name !== 'scrypt' ||
    cipher.name !== 'nacl/secretbox' ||
    cost === undefined ||
    kdf.params.r !== blockSize ||
    kdf.params.p !== parallelism ||
    nonce.length !== nonceSize
  ) {
    throw new PhrasedError(message`it is encrypted in a way that cosign does not use`);
  }
  const key = await deriveKey(password, Buffer.from(kdf.salt, 'base64'), cost);
  try {
    return xsalsa20poly1305(key, nonce).decrypt(Buffer.from(ciphertext, 'base64'));
  } catch {
    return undefined;
  }
}

const derive = promisify<
  string,
  Uint8Array,
  number,
  { N: number; r: number; p: number; maxmem: number },
  Buffer
>(scrypt);

async function deriveKey(password: string, salt: Uint8Array, cost: number): Promise<Uint8Array> {
  // 128 * N * r bytes are needed, and Node allows 32 MiB of itself.
  const maxmem = 256 * cost * blockSize;
  return await derive(password, salt, boxKeySize, { N: cost, r: blockSize, p: parallelism, maxmem });
}

function parseSealed(bytes: Uint8Array): Sealed {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(bytes).toString());
  } catch {
    value = undefined;
  }
  if (isSealed(value)) return value;
  throw new PhrasedError(message`it holds no encrypted key`);
}

function isSealed(value: unknown): value is Sealed {
  if (!hasParts(value, 'kdf', 'cipher') || !isText(value, 'ciphertext')) return false;
  const { kdf, cipher } = value;
  return (
    isText(kdf, 'name') &&
    isText(kdf, 'salt') &&
    hasParts(kdf, 'params') &&
    isText(cipher, 'name') &&
    isText(cipher, 'nonce')
  );
}

function hasParts<Name extends string>(
  value: unknown,
  ...names: readonly Name[]
): value is Record<Name, object> {
  return (
    typeof value === 'object' &&
    value !== null &&
    names.every(
      (name) =>
        name in value && typeof Reflect.get(value, name) === 'object' && Reflect.get(value, name) !== null,
    )
  );
}

function isText(value: object, name: string): boolean {
  return typeof Reflect.get(value, name) === 'string';
}
