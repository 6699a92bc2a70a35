import type { Matcher } from '../lessons/types.js';
import type { Values } from './make-values.js';

/** A text with its placeholders filled; what has no value stays as it is. */
export function fillText(text: string, values: Values, quote: (value: string) => string = String): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value === undefined ? whole : quote(value);
  });
}

/** A value with the placeholders of all its texts filled; those of regular expressions, so that they mean themselves. */
export function fillMatcher(matcher: Matcher, values: Values): Matcher {
  if (typeof matcher === 'string') return fillText(matcher, values);
  if (typeof matcher !== 'object') return matcher;
  if (isList(matcher)) return matcher.map((each) => fillMatcher(each, values));
  return Object.fromEntries(
    Object.entries(matcher).map(([name, each]) => [
      name,
      name === 'matches' && typeof each === 'string'
        ? fillText(each, values, quoteRegExp)
        : fillMatcher(each, values),
    ]),
  );
}

// Array.isArray does not see readonly arrays.
const isList = (matcher: Matcher): matcher is readonly Matcher[] => Array.isArray(matcher);

const quoteRegExp = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
