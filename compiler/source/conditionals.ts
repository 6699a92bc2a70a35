import type { Token } from './tokens.js';

/** A stretch of text by its offsets; `end` is exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

interface Branch {
  /** Index of the first token after the directive. */
  readonly first: number;
  /** `#if 0`, or what follows `#if 1`. */
  readonly dead: boolean;
  last: number;
  depth: number;
  lowest: number;
  lastText: string;
}

interface Conditional {
  readonly branches: Branch[];
  alwaysTaken: boolean;
}

/**
 * The parts of a source that a reader without the preprocessor's knowledge must skip: `#if 0` (the usual way to comment
 * code out), and all but the first branch where the branches are pieces of one construct, as in two function heads with
 * a common body. Branches that are whole declarations or statements are all kept: each could be the one that counts.
 */
export function skippedRanges(text: string, tokens: readonly Token[]): Range[] {
  const skipped: Range[] = [];
  const open: Conditional[] = [];
  const top: Branch = newBranch(0, false);

  tokens.forEach((token, index) => {
    const conditional = open.at(-1);
    const branch = conditional?.branches.at(-1) ?? top;
    if (token.kind === 'comment') return;
    if (token.kind !== 'directive') {
      count(branch, token.kind === 'punctuation' ? text.charAt(token.start) : '');
      return;
    }
    const [word, condition] = readDirective(text, token);
    if (word === 'if' || word === 'ifdef' || word === 'ifndef') {
      const alwaysTaken = word === 'if' && condition === '1';
      open.push({ branches: [newBranch(index + 1, word === 'if' && condition === '0')], alwaysTaken });
    } else if (conditional && (word === 'else' || word.startsWith('elif'))) {
      branch.last = index;
      conditional.branches.push(newBranch(index + 1, conditional.alwaysTaken));
    } else if (conditional && word === 'endif') {
      branch.last = index;
      open.pop();
      const kept = keptBranches(conditional.branches);
      const outer = open.at(-1)?.branches.at(-1) ?? top;
      for (const candidate of conditional.branches) {
        if (kept.includes(candidate)) merge(outer, candidate);
        else skipped.push(rangeOf(tokens, candidate));
      }
    }
  });
  return skipped.sort((a, b) => a.start - b.start);
}

/** The word of a directive and what follows it. */
export function readDirective(text: string, token: Token): [word: string, rest: string] {
  const match = /^#\s*(\w*)\s*([^]*)$/.exec(text.slice(token.start, token.end));
  return [match?.[1] ?? '', match?.[2]?.trim() ?? ''];
}

function newBranch(first: number, dead: boolean): Branch {
  return { first, dead, last: first, depth: 0, lowest: 0, lastText: '' };
}

function count(branch: Branch, punctuation: string): void {
  if ('{(['.includes(punctuation) && punctuation) branch.depth += 1;
  if ('})]'.includes(punctuation) && punctuation) branch.depth -= 1;
  branch.lowest = Math.min(branch.lowest, branch.depth);
  branch.lastText = punctuation || 'word';
}

function merge(outer: Branch, inner: Branch): void {
  outer.lowest = Math.min(outer.lowest, outer.depth + inner.lowest);
  outer.depth += inner.depth;
  if (inner.lastText) outer.lastText = inner.lastText;
}

function keptBranches(branches: readonly Branch[]): readonly Branch[] {
  const alive = branches.filter((branch) => !branch.dead);
  return alive.every(isWhole) ? alive : alive.slice(0, 1);
}

const isWhole = (branch: Branch): boolean =>
  branch.depth === 0 && branch.lowest === 0 && ['', ';', '}', ','].includes(branch.lastText);

function rangeOf(tokens: readonly Token[], branch: Branch): Range {
  const start = tokens[branch.first - 1]?.end ?? 0;
  return { start, end: tokens[branch.last]?.start ?? start };
}
