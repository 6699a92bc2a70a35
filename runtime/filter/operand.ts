import { bitsReader } from '../decode/read-bits.js';
import { integerReader } from '../decode/read-integer.js';
import { valueReader } from '../decode/read-value.js';
import { formatTable } from '../decode/formats/table.js';
import type { EnumNames, Shape } from '../../core/record/types.js';
import type { EventType, Source, SymbolResolver, Value } from '../decode/types.js';
import type { Place } from './resolve-path.js';

/** A value while an event is filtered; undefined for an element that a cut record does not have. */
export type Operand = number | bigint | string | boolean | undefined;

/** Reads an operand of the event at an offset. */
export type ReadOperand = (source: Source, at: number) => Operand;

/** A checked part of an expression that has a value. */
export interface Typed {
  readonly type: 'number' | 'text' | 'boolean';
  readonly read: ReadOperand;
  /** Names that its numbers may be written by. */
  readonly names: EnumNames | undefined;
  /** The least and largest number it can be; undefined for what is no integer field. */
  readonly range: readonly [least: bigint, most: bigint] | undefined;
  /** The value of what is written in the filter itself. */
  readonly literal: Operand;
}

/** A field as an operand; undefined for what cannot be compared, a struct or an array. */
export function fieldOperand(
  place: Place,
  { littleEndian }: EventType,
  symbols: SymbolResolver | undefined,
): Typed | undefined {
  const { offset, mayBeMissing, shape } = place;
  const kind = operandKind(shape);
  if (!kind) return undefined;
  const read = rawReader(shape, littleEndian, symbols);
  const { size } = shape;
  const readAt: ReadOperand = mayBeMissing
    ? (source, at) => (at + offset + size > source.end ? undefined : toOperand(read(source, at + offset)))
    : (source, at) => toOperand(read(source, at + offset));
  return { type: kind, read: readAt, names: namesOf(shape), range: rangeOf(shape), literal: undefined };
}

/** A value that is written in the filter. */
export function literalOperand(type: Typed['type'], literal: Operand): Typed {
  return { type, read: () => literal, names: undefined, range: undefined, literal };
}

function operandKind(shape: Shape): Typed['type'] | undefined {
  switch (shape.kind) {
    case 'integer':
    case 'enum':
    case 'float':
    case 'pointer':
      return 'number';
    case 'bits':
      return shape.bool ? 'boolean' : 'number';
    case 'bool':
      return 'boolean';
    case 'text':
      return 'text';
    case 'bytes':
      return shape.size === 0 ? undefined : 'text';
    case 'formatted':
      if (shape.format === 'port_be') return 'number';
      return formatTable[shape.format].reader ? 'text' : 'number';
    case 'array':
    case 'record':
      return undefined;
    default:
      return shape satisfies never;
  }
}

/** Enums and pointers are read as numbers here; all else as it is decoded. */
function rawReader(
  shape: Shape,
  littleEndian: boolean,
  symbols: SymbolResolver | undefined,
): (source: Source, at: number) => Value {
  switch (shape.kind) {
    case 'enum':
      return integerReader(shape.size, shape.signed, littleEndian);
    case 'pointer':
      return integerReader(8, false, littleEndian);
    case 'bits':
      return shape.bool ? valueReader(shape, { littleEndian, symbols }) : bitsReader(shape, littleEndian);
    default:
      return valueReader(shape, { littleEndian, symbols });
  }
}

function toOperand(value: Value): Operand {
  return typeof value === 'object' ? undefined : value;
}

function namesOf(shape: Shape): EnumNames | undefined {
  return shape.kind === 'enum' || shape.kind === 'bits' ? shape.names : undefined;
}

function rangeOf(shape: Shape): readonly [bigint, bigint] | undefined {
  switch (shape.kind) {
    case 'integer':
    case 'enum':
      return rangeOfBits(shape.size * 8, shape.signed);
    case 'bits':
      return shape.bool ? undefined : rangeOfBits(shape.bitSize, shape.signed);
    case 'pointer':
      return rangeOfBits(64, false);
    case 'formatted':
      return shape.format === 'port_be' ? rangeOfBits(16, false) : rangeOf(shape.inner);
    default:
      return undefined;
  }
}

function rangeOfBits(bits: number, signed: boolean): readonly [bigint, bigint] {
  const values = 1n << BigInt(bits);
  return signed ? [-values / 2n, values / 2n - 1n] : [0n, values - 1n];
}
