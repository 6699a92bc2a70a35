import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { message } from '../../core/message.js';
import { errorWords } from '../source/error-words.js';
import { keyError } from './trust-error.js';
import { readPublicKey, type TrustedKey } from './public-key.js';

/** Text of a key's file, as the user named it. Throws `usage`. */
export async function readKeyText(path: string, directory: string): Promise<string> {
  try {
    return await readFile(resolve(directory, path), 'utf8');
  } catch (cause) {
    const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    throw keyError(path, errorWords(cause), {
      cure: missing ? message`make one with: ${'tsecli generate-key-pair'}` : undefined,
      cause,
    });
  }
}

/** The public keys in files. Throws `usage`. */
export async function readKeyFiles(
  paths: readonly string[],
  directory: string,
): Promise<readonly TrustedKey[]> {
  return await Promise.all(
    paths.map(async (path) => readPublicKey(await readKeyText(path, directory), path)),
  );
}
