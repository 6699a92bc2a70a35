import { FilterError } from './filter-error.js';
import { globTest } from './glob.js';
import type { Operand, ReadOperand, Typed } from './operand.js';
import type { Comparator, EventFilter, Expression } from './types.js';
import { message, type Message } from '../../core/message.js';

type Comparison = Extract<Expression, { readonly kind: 'compare' }>;

/** Compiles a comparison of two checked sides. Throws {@link FilterError} where their types do not go together. */
export function compileComparison(
  filter: string,
  expression: Comparison,
  left: Typed,
  right: Typed,
): EventFilter {
  const { comparator } = expression;
  if (comparator === '~' || comparator === '!~') return compileGlob(filter, expression, left, right);
  if (left.type !== right.type) throw mismatch(filter, expression, left, right);
  if (left.type !== 'number' && comparator !== '==' && comparator !== '!=') {
    throw new FilterError(
      filter,
      expression,
      left.type === 'text'
        ? message`text has no order: use == or !=, or ~`
        : message`true and false have no order: use == or !=`,
    );
  }
  checkRange(filter, expression.right, left, right);
  checkRange(filter, expression.left, right, left);
  return compare(comparator, alike(left, right), alike(right, left));
}

function mismatch(filter: string, expression: Comparison, left: Typed, right: Typed): FilterError {
  const side = left.literal === undefined ? expression.right : expression.left;
  const [field, literal] = left.literal === undefined ? [left, right] : [right, left];
  return new FilterError(filter, side, message`${article(field)} is compared with ${article(literal)}`);
}

const article = ({ type }: Typed): Message => typeNames[type];

const typeNames: Readonly<Record<Typed['type'], Message>> = {
  text: message`text`,
  number: message`a number`,
  boolean: message`a boolean`,
};

/** A number that a field cannot be is a mistake, for instance -1 where the field is unsigned. */
function checkRange(filter: string, side: Expression, field: Typed, { literal }: Typed): void {
  if (!field.range || (typeof literal !== 'bigint' && typeof literal !== 'number')) return;
  const [least, most] = field.range;
  if (literal >= least && literal <= most) return;
  throw new FilterError(
    filter,
    side,
    message`the field is never ${literal}: it goes from ${least} to ${most}`,
  );
}

/** Literals as the other side is read, so that numbers are compared with numbers where both are small. */
function alike({ literal, read }: Typed, { range }: Typed): ReadOperand {
  if (typeof literal !== 'bigint' || !range) return read;
  const isSmall = range[1] <= 0xffff_ffffn && range[0] >= -0x8000_0000n;
  const converted = isSmall ? Number(literal) : literal;
  return () => converted;
}

/** Numbers and bigints compare by their exact values in JavaScript; with what is not there nothing is equal or less. */
function compare(
  comparator: Exclude<Comparator, '~' | '!~'>,
  left: ReadOperand,
  right: ReadOperand,
): EventFilter {
  switch (comparator) {
    case '==':
      return (source, at) => equal(left(source, at), right(source, at));
    case '!=':
      return (source, at) => !equal(left(source, at), right(source, at));
    case '<':
      return (source, at) => less(left(source, at), right(source, at));
    case '>':
      return (source, at) => less(right(source, at), left(source, at));
    case '<=':
      return (source, at) => atMost(left(source, at), right(source, at));
    case '>=':
      return (source, at) => atMost(right(source, at), left(source, at));
    default:
      return comparator satisfies never;
  }
}

const equal = (a: Operand, b: Operand): boolean =>
  a !== undefined && b !== undefined && (typeof a === typeof b ? a === b : a >= b && a <= b);
const less = (a: Operand, b: Operand): boolean => a !== undefined && b !== undefined && a < b;
const atMost = (a: Operand, b: Operand): boolean => a !== undefined && b !== undefined && a <= b;

function compileGlob(
  filter: string,
  { comparator, left: side, right: other }: Comparison,
  left: Typed,
  right: Typed,
): EventFilter {
  if (left.type !== 'text')
    throw new FilterError(
      filter,
      side,
      message`${comparator} looks for text in text, and this is ${article(left)}`,
    );
  if (right.type !== 'text' || typeof right.literal !== 'string') {
    throw new FilterError(filter, other, message`a string should follow ${comparator}`);
  }
  const test = globTest(right.literal);
  const { read } = left;
  const wanted = comparator === '~';
  return (source, at) => test(String(read(source, at) ?? '')) === wanted;
}
