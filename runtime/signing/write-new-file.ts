import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { errorWords } from '../source/error-words.js';

/** Writes a file that is not there yet, whole or not at all, with these permissions. Throws `usage` where it cannot. */
export function writeNewFile(path: string, text: string, directory: string, mode: number): void {
  const absolute = resolve(directory, path);
  let made = false;
  try {
    writeFileSync(absolute, '', { flag: 'wx', mode });
    made = true;
    writeFileSync(absolute, text);
    // Whatever the umask is.
    chmodSync(absolute, mode);
  } catch (cause) {
    if (made) rmSync(absolute, { force: true });
    throw new TseccError('usage', message`write '${path}': ${errorWords(cause)}`, { cause });
  }
}
