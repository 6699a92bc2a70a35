import type { Attachment } from '../configure/attach-elsewhere.js';
import type { MapSize } from '../options/map-size.js';
import type { RunOptions } from './types.js';

/** The program's arguments as words of a command line. */
export function wordsOf(args: RunOptions['args'] = []): readonly string[] {
  return isWords(args) ? args : Object.entries(args).map(([name, value]) => `--${name}=${value}`);
}

// Array.isArray does not see readonly arrays.
const isWords = (args: NonNullable<RunOptions['args']>): args is readonly string[] => Array.isArray(args);

/** Where programs are wanted that do not stay where their sections say. */
export function attachmentsOf(attach: RunOptions['attach'] = {}): readonly Attachment[] {
  return Object.entries(attach).map(([program, section]) => ({ program, section }));
}

/** The sizes that maps are wanted to have. */
export function mapSizesOf(sizes: RunOptions['mapSizes'] = {}): readonly MapSize[] {
  return Object.entries(sizes).map(([map, size]) => ({ map, size }));
}
