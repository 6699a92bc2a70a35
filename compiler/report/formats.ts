import type { Format } from './types.js';

/** The values of `--format`. */
export const formats: readonly Format[] = ['text', 'json'];

/** The one that a command line asks for, wherever in it: it has to be known before the line is read, for what is wrong with it. */
export function askedFormat(argv: readonly string[]): Format {
  const end = argv.indexOf('--');
  const own = end < 0 ? argv : argv.slice(0, end);
  const at = own.findLastIndex((word) => word === '--format' || word.startsWith('--format='));
  const word = own[at];
  const value = word === '--format' ? own[at + 1] : word?.slice('--format='.length);
  return value === 'json' ? 'json' : 'text';
}
