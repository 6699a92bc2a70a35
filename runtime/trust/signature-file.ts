import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { errorWords } from '../source/error-words.js';

/** Where the signature of a file lies that no option names elsewhere. */
export function signatureFileOf(path: string): string {
  return `${path}.sig`;
}

/** Larger than any signature in base64. */
const largest = 16 * 1024;

// The tag of a sequence in DER, which base64 of one never begins with.
const derSequence = 0x30;

/**
 * A signature from a file, as base64: what cosign and we write, or the bytes that openssl writes. Undefined where there
 * is no such file; throws `package-invalid` where it cannot be read.
 */
export async function readSignatureFile(path: string, directory: string): Promise<string | undefined> {
  try {
    const bytes = await readFile(resolve(directory, path));
    if (bytes.length > largest) {
      throw new TseccError('package-invalid', message`read '${path}': it is larger than any signature`);
    }
    return bytes[0] === derSequence ? bytes.toString('base64') : bytes.toString('latin1').trim();
  } catch (error) {
    if (error instanceof TseccError) throw error;
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new TseccError('package-invalid', message`read '${path}': ${errorWords(error)}`, { cause: error });
  }
}
