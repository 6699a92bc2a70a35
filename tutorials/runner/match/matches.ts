import type { Matcher, Pattern } from '../lessons/types.js';

/** Values that checks keep for each other, as text. */
export type Saved = Map<string, string>;

/**
 * Whether a value is as a matcher wants it. What is to be saved is put into `fresh`, for the caller to keep; what was
 * saved before is looked for in `saved`.
 */
export function matches(value: unknown, matcher: Matcher, saved: Saved, fresh: Saved = new Map()): boolean {
  if (typeof matcher !== 'object') return matchesLiteral(value, matcher);
  if (isList(matcher)) {
    const all = matcher.every((each, at) => Array.isArray(value) && matches(value[at], each, saved, fresh));
    return Array.isArray(value) && value.length === matcher.length && all;
  }
  const known = isRecord(value) ? undefined : operatorOf(matcher);
  if (known) return known.holds(value, matcher, { saved, fresh });
  return (
    isRecord(value) &&
    Object.entries(matcher).every(([name, each]) => matches(value[name], each, saved, fresh))
  );
}

interface Memory {
  readonly saved: Saved;
  readonly fresh: Saved;
}

/** A word of a matcher that means more than a member's name. */
interface Operator {
  readonly words: readonly string[];
  readonly holds: (value: unknown, matcher: Pattern, memory: Memory) => boolean;
}

const operators: readonly Operator[] = [
  {
    words: ['matches'],
    holds: (value, { matches: pattern }) => isPlain(value) && new RegExp(textOf(pattern)).test(String(value)),
  },
  { words: ['min', 'max'], holds: (value, matcher) => isBetween(value, matcher) },
  {
    words: ['not'],
    holds: (value, { not = '' }, { saved }) => value !== undefined && !matches(value, not, saved),
  },
  {
    words: ['save'],
    holds: (value, { save }, { fresh }) => isPlain(value) && fresh.set(textOf(save), String(value)).size > 0,
  },
  {
    words: ['saved'],
    holds: (value, matcher, { saved, fresh }) => {
      const name = textOf(matcher['saved']);
      const kept = fresh.get(name) ?? saved.get(name);
      return kept !== undefined && isPlain(value) && String(value) === kept;
    },
  },
  {
    words: ['some'],
    holds: (value, { some = '' }, { saved, fresh }) =>
      Array.isArray(value) && value.some((each: unknown) => matches(each, some, saved, fresh)),
  },
  {
    words: ['sum'],
    holds: (value, { sum = 0 }, { saved, fresh }) =>
      Array.isArray(value) && matches(total(value), sum, saved, fresh),
  },
];

/** A value that is no object has no members: so these words are meant for it. */
function operatorOf(matcher: Pattern): Operator | undefined {
  const names = Object.keys(matcher);
  return operators.find(({ words }) => names.every((name) => words.includes(name)));
}

/** Numbers by what they are worth: a placeholder is text, and 64 bits are bigint. */
function matchesLiteral(value: unknown, literal: string | number | boolean): boolean {
  return isPlain(value) && String(value) === String(literal);
}

function isBetween(value: unknown, { min, max }: Pattern): boolean {
  if (typeof value !== 'number' && typeof value !== 'bigint') return false;
  return (min === undefined || value >= Number(min)) && (max === undefined || value <= Number(max));
}

function total(values: readonly unknown[]): bigint | undefined {
  const numbers = values.filter((value) => typeof value === 'number' || typeof value === 'bigint');
  return numbers.length === values.length
    ? numbers.reduce((sum: bigint, value) => sum + BigInt(value), 0n)
    : undefined;
}

/** What stands behind a word that takes a text. */
const textOf = (matcher: Matcher | undefined): string => (isPlain(matcher) ? String(matcher) : '');

const isPlain = (value: unknown): value is string | number | bigint | boolean =>
  ['string', 'number', 'bigint', 'boolean'].includes(typeof value);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isList = (matcher: Matcher): matcher is readonly Matcher[] => Array.isArray(matcher);
