import { recordOf } from '../../core/record/record-of.js';
import type { EnumNames, RecordShape, Shape } from '../../core/record/types.js';
import type { EventType, SymbolResolver } from '../decode/types.js';
import { compileComparison } from './compile-comparison.js';
import { FilterError } from './filter-error.js';
import { fieldOperand, literalOperand, type ReadOperand, type Typed } from './operand.js';
import { parseFilter } from './parse.js';
import { nameOf, resolvePath, suggest } from './resolve-path.js';
import type { EventFilter, Expression } from './types.js';
import { message } from '../../core/message.js';

/** What an expression is compiled for. */
interface Compiling {
  readonly filter: string;
  readonly type: EventType;
  readonly event: RecordShape;
  readonly symbols: SymbolResolver | undefined;
  /** All enums of the event, for names that stand alone. */
  readonly enums: readonly EnumNames[];
}

/**
 * Compiles `--filter` for a type: `pid == 1 && comm ~ "ssh" || !(ret < 0)`. Fields are nested by `.` and `[0]`; enum
 * values are written by name; 64-bit numbers compare exactly; `&` masks bits; `~` and `!~` look for text, with `*` and
 * `?` as in a shell, and take no regular expressions. A number, or a bool, alone asks whether it is not 0. The result
 * is made of closures; nothing is evaluated. Throws {@link FilterError}.
 */
export function compileFilter(filter: string, type: EventType, symbols?: SymbolResolver): EventFilter {
  const event = recordOf(type);
  const expression = parseFilter(filter);
  return compileTest({ filter, type, event, symbols, enums: enumsIn(event) }, expression);
}

function compileTest(compiling: Compiling, expression: Expression): EventFilter {
  switch (expression.kind) {
    case 'or': {
      const tests = expression.parts.map((part) => compileTest(compiling, part));
      return (source, at) => tests.some((test) => test(source, at));
    }
    case 'and': {
      const tests = expression.parts.map((part) => compileTest(compiling, part));
      return (source, at) => tests.every((test) => test(source, at));
    }
    case 'not': {
      const test = compileTest(compiling, expression.inner);
      return (source, at) => !test(source, at);
    }
    case 'compare': {
      const left = compileSide(compiling, expression.left, expression.right);
      const right = compileSide(compiling, expression.right, expression.left);
      return compileComparison(compiling.filter, expression, left, right);
    }
    case 'path':
    case 'mask':
    case 'integer':
    case 'float':
    case 'text':
    case 'boolean':
      return compileTruth(compiling, expression);
    default:
      return expression satisfies never;
  }
}

function compileTruth(compiling: Compiling, expression: Expression): EventFilter {
  const { type, read } = compileValue(compiling, expression, undefined);
  if (type === 'text') {
    throw new FilterError(
      compiling.filter,
      expression,
      message`text alone is neither true nor false: compare it, for instance with ""`,
    );
  }
  return (source, at) => Boolean(read(source, at));
}

/** One side of a comparison: a name that is no field may be a value of the other side's enum. */
function compileSide(compiling: Compiling, side: Expression, other: Expression): Typed {
  const place =
    other.kind === 'path' ? resolvePath(compiling.filter, compiling.event, other.steps) : undefined;
  const names = place?.shape.kind === 'enum' || place?.shape.kind === 'bits' ? place.shape.names : undefined;
  return compileValue(compiling, side, names);
}

function compileValue(compiling: Compiling, expression: Expression, names: EnumNames | undefined): Typed {
  switch (expression.kind) {
    case 'integer':
      return literalOperand('number', expression.value);
    case 'float':
      return literalOperand('number', expression.value);
    case 'text':
      return literalOperand('text', expression.text);
    case 'boolean':
      return literalOperand('boolean', expression.value);
    case 'path':
      return compilePath(compiling, expression, names);
    case 'mask':
      return compileMask(compiling, expression);
    case 'or':
    case 'and':
    case 'not':
    case 'compare':
      return { ...literalOperand('boolean', undefined), read: compileTest(compiling, expression) };
    default:
      return expression satisfies never;
  }
}

function compilePath(
  compiling: Compiling,
  expression: Extract<Expression, { kind: 'path' }>,
  names: EnumNames | undefined,
): Typed {
  const { filter, event, type, symbols } = compiling;
  const place = resolvePath(filter, event, expression.steps);
  if (!place) return compileName(compiling, expression, names);
  const operand = fieldOperand(place, type, symbols);
  if (operand) return operand;
  const what = nameOf(place.shape);
  const cure =
    place.shape.kind === 'array' ? message`take one element, [0]` : message`take one of its fields`;
  throw new FilterError(filter, expression, message`${what} cannot be compared: ${cure}`);
}

/** A name that is no field: a value of an enum. */
function compileName(
  { filter, event, enums }: Compiling,
  expression: Extract<Expression, { kind: 'path' }>,
  names: EnumNames | undefined,
): Typed {
  const [step] = expression.steps;
  const name = step?.kind === 'member' ? step.name : '';
  const from = names?.byName.has(name) ? names : enums.find((each) => each.byName.has(name));
  const value = from?.byName.get(name);
  if (value !== undefined) return literalOperand('number', value);
  const known = enums.flatMap((each) => [...each.byName.keys()]);
  throw new FilterError(
    filter,
    expression,
    message`there is no field '${name}'${suggest(name, event, known)}`,
  );
}

function compileMask(compiling: Compiling, expression: Extract<Expression, { kind: 'mask' }>): Typed {
  const left = compileSide(compiling, expression.left, expression.right);
  const right = compileSide(compiling, expression.right, expression.left);
  for (const [side, typed] of [
    [expression.left, left],
    [expression.right, right],
  ] as const) {
    const isFraction = typeof typed.literal === 'number' && !Number.isInteger(typed.literal);
    if (typed.type !== 'number' || isFraction) {
      throw new FilterError(compiling.filter, side, message`& masks bits, so both sides are whole numbers`);
    }
  }
  return { ...literalOperand('number', undefined), read: maskReader(left.read, right.read) };
}

function maskReader(left: ReadOperand, right: ReadOperand): ReadOperand {
  return (source, at) => {
    const bits = left(source, at);
    const mask = right(source, at);
    if (bits === undefined || mask === undefined) return undefined;
    // A float's bits are none.
    if (typeof bits === 'number' && !Number.isInteger(bits)) return undefined;
    if (typeof mask === 'number' && !Number.isInteger(mask)) return undefined;
    return BigInt(bits) & BigInt(mask);
  };
}

function enumsIn(shape: Shape): EnumNames[] {
  switch (shape.kind) {
    case 'enum':
      return [shape.names];
    case 'bits':
      return shape.names ? [shape.names] : [];
    case 'array':
      return enumsIn(shape.element);
    case 'record':
      return shape.fields.flatMap((field) => enumsIn(field.shape));
    default:
      return [];
  }
}
