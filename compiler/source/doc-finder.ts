import type { DocComment } from './doc-comments.js';
import type { MaskedSource } from './mask-idioms.js';
import { countBefore } from './ordered.js';
import type { SyntaxNode } from './types.js';

/** Finds the doc comment of a declaration, and remembers which were found. */
export interface DocFinder {
  /** The nearest doc comment right before the node, or else the one that trails it. */
  readonly of: (node: Pick<SyntaxNode, 'start' | 'end'>) => DocComment | undefined;
  /** Those that no call of `of` has found. */
  readonly rest: () => DocComment[];
}

/**
 * As clang does: nothing but white space, plain comments and attributes may stand between a doc comment and what it
 * speaks of. A trailing one follows its declaration, after the semicolon or comma if there is one.
 */
export function docFinder(masked: MaskedSource): DocFinder {
  const leading = masked.docs.filter((doc) => !doc.trailing);
  const trailing = masked.docs.filter((doc) => doc.trailing);
  const used = new Set<DocComment>();
  const { barriers } = masked;

  const before = ({ start }: { readonly start: number }): DocComment | undefined => {
    const doc = leading[countBefore(leading, start) - 1];
    const wall = barriers[countBefore(barriers, start) - 1];
    return doc && doc.start >= (wall?.end ?? 0) ? doc : undefined;
  };
  const behind = ({ end }: { readonly end: number }): DocComment | undefined => {
    const doc = trailing[countBefore(trailing, end)];
    if (!doc) return undefined;
    const between = barriers.slice(countBefore(barriers, end), countBefore(barriers, doc.start));
    const [only] = between;
    const mayPass = only !== undefined && /^[;,]$/.test(masked.text.slice(only.start, only.end));
    return between.length === 0 || (between.length === 1 && mayPass) ? doc : undefined;
  };
  return {
    of: (node) => {
      const doc = before(node) ?? behind(node);
      if (doc) used.add(doc);
      return doc;
    },
    rest: () => masked.docs.filter((doc) => !used.has(doc)),
  };
}
