import { formatReader } from './formats/table.js';
import { arrayLength } from './array-length.js';
import { decodeText, textEnd } from './decode-text.js';
import { enumText } from './enum-text.js';
import { bitsReader } from './read-bits.js';
import { integerReader } from './read-integer.js';
import type { ArrayShape, EnumNames, RecordShape, Shape } from '../../core/record/types.js';
import type { Reading, ReadValue, Value } from './types.js';

/**
 * A reader of values of one shape, composed once of closures: integers as number or bigint, enums by name (a value
 * without one as its number), pointers as hex, char arrays as text, records as objects, void as null.
 */
export function valueReader(shape: Shape, reading: Reading): ReadValue {
  const { littleEndian } = reading;
  switch (shape.kind) {
    case 'integer':
      return integerReader(shape.size, shape.signed, littleEndian);
    case 'bool':
      return ({ bytes }, at) => isSet(bytes, at, shape.size);
    case 'bits': {
      const read = bitsReader(shape, littleEndian);
      const { names } = shape;
      if (shape.bool) return (source, at) => Number(read(source, at)) !== 0;
      return names ? (source, at) => named(names, read(source, at)) : read;
    }
    case 'enum': {
      const read = integerReader(shape.size, shape.signed, littleEndian);
      return (source, at) => named(shape.names, read(source, at));
    }
    case 'float':
      return shape.size === 4
        ? ({ view }, at) => view.getFloat32(at, littleEndian)
        : ({ view }, at) => view.getFloat64(at, littleEndian);
    case 'pointer':
      return ({ view }, at) => `0x${view.getBigUint64(at, littleEndian).toString(16)}`;
    case 'text':
      return ({ bytes, end }, at) => {
        const limit = shape.tail === 'rest' ? end : Math.min(end, at + shape.size);
        return decodeText(bytes, at, textEnd(bytes, at, limit));
      };
    case 'array':
      return arrayReader(shape, reading);
    case 'record':
      return recordReader(shape, reading);
    case 'formatted':
      return formatReader(shape, valueReader(shape.inner, reading), reading);
    case 'bytes':
      return shape.size === 0
        ? () => null
        : ({ bytes }, at) => `0x${bytes.toString('hex', at, at + shape.size)}`;
    default:
      return shape satisfies never;
  }
}

function isSet(bytes: Uint8Array, at: number, size: number): boolean {
  for (let index = 0; index < size; index++) if (bytes[at + index] !== 0) return true;
  return false;
}

const named = (names: EnumNames, value: number | bigint) => enumText(names, value) ?? value;

function arrayReader(shape: ArrayShape, reading: Reading): ReadValue {
  const read = valueReader(shape.element, reading);
  return (source, at) => {
    const length = arrayLength(shape, source, at);
    const values: Value[] = [];
    for (let index = 0; index < length; index++) values.push(read(source, at + index * shape.stride));
    return values;
  };
}

function recordReader({ fields }: RecordShape, reading: Reading): ReadValue {
  const parts = fields.map(({ name, offset, shape }) => ({
    name,
    offset,
    read: valueReader(shape, reading),
  }));
  // Assigning to `__proto__` would set the prototype: such a type gets objects that have none.
  const hostile = fields.some(({ name }) => name === '__proto__');
  return (source, at) => {
    const record: Record<string, Value> = hostile ? Object.create(null) : {};
    for (const { name, offset, read } of parts) record[name] = read(source, at + offset);
    return record;
  };
}
