import { pairBrackets } from './brackets.js';
import { skippedRanges } from './conditionals.js';
import type { Token } from './tokens.js';

/** The tokens of a source that count: no comments, no preprocessor lines, nothing that the preprocessor surely skips. */
export interface CodeTokens {
  readonly source: string;
  readonly tokens: readonly Token[];
  /** For each token the index of the bracket that pairs with it, or -1. */
  readonly pairs: Int32Array;
  /** The text of a token; empty outside the list. */
  readonly textAt: (index: number) => string;
}

/** Picks the tokens that count. */
export function selectCode(source: string, all: readonly Token[]): CodeTokens {
  const skipped = skippedRanges(source, all);
  let next = 0;
  const tokens = all.filter((token) => {
    if (token.kind === 'comment' || token.kind === 'directive') return false;
    while ((skipped[next]?.end ?? Infinity) <= token.start) next++;
    return token.start < (skipped[next]?.start ?? Infinity);
  });
  return {
    source,
    tokens,
    pairs: pairBrackets(source, tokens),
    textAt: (index) => {
      const token = tokens[index];
      return token ? source.slice(token.start, token.end) : '';
    },
  };
}
