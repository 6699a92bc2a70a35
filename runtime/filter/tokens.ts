import { FilterError } from './filter-error.js';
import type { Mark, Token } from './types.js';
import { message } from '../../core/message.js';

/** Longest first, so that `<=` is not read as `<`. */
const symbols: readonly Mark[] = [
  '==',
  '!=',
  '!~',
  '<=',
  '>=',
  '&&',
  '||',
  '<',
  '>',
  '~',
  '!',
  '&',
  '-',
  '(',
  ')',
  '[',
  ']',
  '.',
];

const blank = /\s+/y;
const name = /[A-Za-z_]\w*/y;
const number = /0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const text = /"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'/sy;

/** Escapes in strings; any other character after a backslash stands for itself. */
const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', 0: '\0' };

/** Splits a filter into tokens, the last of kind `end`. Throws {@link FilterError}. */
export function readTokens(filter: string): Token[] {
  const tokens: Token[] = [];
  for (let at = skipBlanks(filter, 0); at < filter.length;) {
    const token = readToken(filter, at);
    tokens.push(token);
    at = skipBlanks(filter, token.end);
  }
  return [...tokens, { kind: 'end', start: filter.length, end: filter.length }];
}

function skipBlanks(filter: string, at: number): number {
  return at + (match(blank, filter, at)?.[0].length ?? 0);
}

function match(pattern: RegExp, filter: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(filter);
}

function readToken(filter: string, start: number): Token {
  const word = match(name, filter, start)?.[0];
  if (word !== undefined) return { kind: 'name', name: word, start, end: start + word.length };
  const digits = match(number, filter, start)?.[0];
  if (digits !== undefined) return readNumber(filter, start, digits);
  const string = match(text, filter, start);
  if (string) {
    const inside = (string[1] ?? string[2] ?? '').replaceAll(
      /\\(.)/gs,
      (_, letter: string) => escapes[letter] ?? letter,
    );
    return { kind: 'text', text: inside, start, end: start + string[0].length };
  }
  const symbol = symbols.find((each) => filter.startsWith(each, start));
  if (symbol !== undefined) return { kind: 'symbol', symbol, start, end: start + symbol.length };
  throw unreadable(filter, start);
}

function readNumber(filter: string, start: number, digits: string): Token {
  const span = { start, end: start + digits.length };
  if (/^\w/.test(filter.slice(span.end))) {
    throw new FilterError(filter, { start, end: span.end + 1 }, message`a number goes on with a letter`);
  }
  if (/^0\d/.test(digits)) {
    throw new FilterError(
      filter,
      span,
      message`a number begins with 0: write 0o… for octal, or leave the 0 out`,
    );
  }
  return /^\d+$|^0[xXoObB]/.test(digits)
    ? { kind: 'integer', value: BigInt(digits), ...span }
    : { kind: 'float', value: Number(digits), ...span };
}

function unreadable(filter: string, start: number): FilterError {
  const character = String.fromCodePoint(filter.codePointAt(start) ?? 0);
  const place = { start, end: start + character.length };
  if (character === '"' || character === "'") {
    return new FilterError(filter, { start, end: filter.length }, message`a string has no closing quote`);
  }
  if (character === '=') return new FilterError(filter, place, message`equality is written ==`);
  if (character === '|') return new FilterError(filter, place, message`or is written ||`);
  return new FilterError(filter, place, message`'${character}' means nothing here`);
}
