import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';

// Parts of a word as in sh(1): in single quotes, in double quotes with \" and \\, an escaped character, or plain.
const part = /'(?<single>[^']*)'|"(?<double>(?:[^"\\]|\\.)*)"|\\(?<escaped>.)|(?<plain>[^\s'"\\]+)/sy;
const space = /\s+/y;

/**
 * The words of a text as a shell splits them, with quotes and backslashes, and nothing else of a shell: no variables,
 * no globs. For `--additional-cflags`. Throws `usage` where a quote is not closed.
 */
export function splitFlags(text: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  for (let at = 0; at < text.length;) {
    space.lastIndex = at;
    if (space.test(text)) {
      if (word !== undefined) words.push(word);
      word = undefined;
      at = space.lastIndex;
      continue;
    }
    part.lastIndex = at;
    const groups = part.exec(text)?.groups;
    if (!groups) {
      throw new TseccError(
        'usage',
        message`split --additional-cflags: the quote at character ${at + 1} is not closed`,
      );
    }
    word = (word ?? '') + piece(groups);
    at = part.lastIndex;
  }
  return word === undefined ? words : [...words, word];
}

function piece(groups: Readonly<Record<string, string | undefined>>): string {
  const { single, double, escaped, plain } = groups;
  // In double quotes a backslash escapes what sh lists, and stands for itself before anything else.
  return single ?? double?.replaceAll(/\\(["\\$`])/g, '$1') ?? escaped ?? plain ?? '';
}
