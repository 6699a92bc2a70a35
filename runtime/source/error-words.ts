import { getSystemErrorMap } from 'node:util';
import { errnoWords } from '../../core/errno-words.js';
import type { Phrase } from '../../core/message.js';

/** What a failed call to the file system says, in words: `no such file or directory`. */
export function errorWords(error: unknown): Phrase {
  const number =
    error instanceof Error && 'errno' in error && typeof error.errno === 'number' ? error.errno : 0;
  const [name = '', known] = getSystemErrorMap().get(number) ?? [];
  return errnoWords[name] ?? known ?? String(error);
}
