import { FilterError } from './filter-error.js';
import { readTokens } from './tokens.js';
import type { Comparator, Expression, Mark, Span, Step, Token } from './types.js';
import { message, type Message, type Phrase } from '../../core/message.js';

/** How deep parentheses and negations may lie: far above what is written, far below what a stack holds. */
const maxDepth = 100;
/** Longer filters are no one's. */
const maxLength = 10_000;

const comparators: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>=', '~', '!~']);

/** Where the parser is. */
interface Parser {
  readonly filter: string;
  readonly tokens: readonly Token[];
  at: number;
  depth: number;
}

/**
 * Reads a filter: `||` binds weakest, then `&&`, `!`, comparisons, `&`. Two comparisons in a row are refused.
 * Throws {@link FilterError}.
 */
export function parseFilter(filter: string): Expression {
  if (filter.length > maxLength) {
    throw new FilterError(
      '',
      { start: 0, end: 0 },
      message`${filter.length} characters, at most ${maxLength} are read`,
    );
  }
  const parser: Parser = { filter, tokens: readTokens(filter), at: 0, depth: 0 };
  if (peek(parser).kind === 'end') throw fail(parser, peek(parser), message`it is empty`);
  const expression = parseOr(parser);
  const rest = peek(parser);
  if (rest.kind !== 'end')
    throw fail(parser, rest, message`${describe(rest)} is not expected here: && or || would go on`);
  return expression;
}

function parseOr(parser: Parser): Expression {
  return parseChain(parser, '||', 'or', parseAnd);
}

function parseAnd(parser: Parser): Expression {
  return parseChain(parser, '&&', 'and', parseNot);
}

function parseChain(
  parser: Parser,
  symbol: '||' | '&&',
  kind: 'or' | 'and',
  parsePart: (parser: Parser) => Expression,
): Expression {
  const first = parsePart(parser);
  const parts = [first];
  while (takeSymbol(parser, symbol)) parts.push(parsePart(parser));
  const end = parts.at(-1)?.end ?? first.end;
  return parts.length === 1 ? first : { kind, parts, start: first.start, end };
}

function parseNot(parser: Parser): Expression {
  const start = takeSymbol(parser, '!');
  if (!start) return parseComparison(parser);
  return nested(parser, start, () => {
    const inner = parseNot(parser);
    return { kind: 'not', inner, start: start.start, end: inner.end };
  });
}

function parseComparison(parser: Parser): Expression {
  const left = parseMask(parser);
  const comparator = takeComparator(parser);
  if (!comparator) return left;
  const right = parseMask(parser);
  const again = peek(parser);
  if (again.kind === 'symbol' && comparators.has(again.symbol)) {
    throw fail(parser, again, message`comparisons cannot follow one another: write a < b && b < c`);
  }
  return { kind: 'compare', comparator, left, right, start: left.start, end: right.end };
}

function parseMask(parser: Parser): Expression {
  let left = parsePrimary(parser);
  while (takeSymbol(parser, '&')) {
    const right = parsePrimary(parser);
    left = { kind: 'mask', left, right, start: left.start, end: right.end };
  }
  return left;
}

function parsePrimary(parser: Parser): Expression {
  const token = peek(parser);
  switch (token.kind) {
    case 'integer':
    case 'float':
    case 'text':
      parser.at += 1;
      return token;
    case 'name':
      return token.name === 'true' || token.name === 'false'
        ? parseBoolean(parser, token)
        : parsePath(parser);
    case 'symbol':
      if (token.symbol === '(') return parseParentheses(parser, token);
      if (token.symbol === '-') return parseNegative(parser, token);
      throw fail(parser, token, message`${describe(token)} stands where a field or a value should`);
    case 'end':
      throw fail(parser, token, message`it ends where a field or a value should stand`);
    default:
      return token satisfies never;
  }
}

function parseBoolean(parser: Parser, { name, start, end }: Extract<Token, { kind: 'name' }>): Expression {
  parser.at += 1;
  return { kind: 'boolean', value: name === 'true', start, end };
}

function parseParentheses(parser: Parser, open: Span): Expression {
  parser.at += 1;
  return nested(parser, open, () => {
    const inner = parseOr(parser);
    const close = peek(parser);
    if (!takeSymbol(parser, ')')) throw fail(parser, open, message`this parenthesis is not closed`);
    return { ...inner, start: open.start, end: close.end };
  });
}

function parseNegative(parser: Parser, { start }: Span): Expression {
  parser.at += 1;
  const token = peek(parser);
  if (token.kind !== 'integer' && token.kind !== 'float')
    throw fail(parser, token, message`a number should follow the -`);
  parser.at += 1;
  return token.kind === 'integer'
    ? { kind: 'integer', value: -token.value, start, end: token.end }
    : { kind: 'float', value: -token.value, start, end: token.end };
}

function parsePath(parser: Parser): Expression {
  const steps: Step[] = [parseMember(parser)];
  for (;;) {
    if (takeSymbol(parser, '.')) steps.push(parseMember(parser));
    else if (takeSymbol(parser, '[')) steps.push(parseIndex(parser));
    else break;
  }
  return { kind: 'path', steps, start: steps[0]?.start ?? 0, end: steps.at(-1)?.end ?? 0 };
}

function parseMember(parser: Parser): Step {
  const token = peek(parser);
  if (token.kind !== 'name') throw fail(parser, token, message`a field name should stand here`);
  parser.at += 1;
  return { kind: 'member', name: token.name, start: token.start, end: token.end };
}

function parseIndex(parser: Parser): Step {
  const token = peek(parser);
  if (token.kind !== 'integer')
    throw fail(parser, token, message`an index is a whole number, for instance [0]`);
  parser.at += 1;
  const close = peek(parser);
  if (!takeSymbol(parser, ']')) throw fail(parser, close, message`a ] should stand here`);
  // Beyond 2^53 it is beyond every array all the same.
  return { kind: 'index', index: Number(token.value), start: token.start, end: token.end };
}

/** Guards against expressions whose depth would be the stack's. */
function nested(parser: Parser, place: Span, parse: () => Expression): Expression {
  parser.depth += 1;
  if (parser.depth > maxDepth)
    throw fail(parser, place, message`more than ${maxDepth} parentheses lie in one another`);
  const expression = parse();
  parser.depth -= 1;
  return expression;
}

function peek({ tokens, at, filter }: Parser): Token {
  return tokens[at] ?? { kind: 'end', start: filter.length, end: filter.length };
}

function takeSymbol(parser: Parser, symbol: Mark): Span | undefined {
  const token = peek(parser);
  if (token.kind !== 'symbol' || token.symbol !== symbol) return undefined;
  parser.at += 1;
  return token;
}

function takeComparator(parser: Parser): Comparator | undefined {
  const token = peek(parser);
  if (token.kind !== 'symbol' || !isComparator(token.symbol)) return undefined;
  parser.at += 1;
  return token.symbol;
}

const isComparator = (symbol: Mark): symbol is Comparator => comparators.has(symbol);

const fail = ({ filter }: Parser, span: Span, reason: Phrase): FilterError =>
  new FilterError(filter, span, reason);

function describe(token: Token): Phrase {
  return token.kind === 'symbol' ? `'${token.symbol}'` : kindNames[token.kind];
}

const kindNames: Readonly<Record<Exclude<Token['kind'], 'symbol'>, Message>> = {
  name: message`this name`,
  text: message`this text`,
  integer: message`this integer`,
  float: message`this float`,
  end: message`this end`,
};
