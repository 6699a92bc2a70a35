import { globTest } from '../filter/glob.js';

/** The names that a pattern means: with `*` (any text) and `?` (any one character) those that match, else the one. */
export function matchingNames(pattern: string, names: readonly string[]): readonly string[] {
  const matches = /[*?]/.test(pattern) ? globTest(pattern) : (name: string): boolean => name === pattern;
  return names.filter(matches);
}
