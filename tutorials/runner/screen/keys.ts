/** A key: a letter, or the name of one that types none. */
export type Key = string;

const sequences: Readonly<Record<string, Key>> = {
  '\x1b[A': 'up',
  '\x1bOA': 'up',
  '\x1b[B': 'down',
  '\x1bOB': 'down',
  '\x1b[5~': 'page-up',
  '\x1b[6~': 'page-down',
  '\r': 'enter',
  '\n': 'enter',
  ' ': 'page-down',
  '\x1b': 'escape',
  '\x03': 'interrupt',
};

// Sequences of keys first; one that we do not know is one key, and no letters of ours.
const keys = /\p{Cc}(?:\[[\d;]*[A-Za-z~]|O[A-Za-z])|./gsu;

/** The keys in what a terminal sent. */
export function readKeys(text: string): readonly Key[] {
  return Array.from(text.matchAll(keys), ([key]) => sequences[key] ?? (key.length > 2 ? 'unknown' : key));
}
