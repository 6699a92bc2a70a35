import type { EnumNames, Shape } from '../../core/record/types.js';
import { parseInteger } from './parse-integer.js';
import { message } from '../../core/message.js';
import { PhrasedError } from '../../core/phrased-error.js';

/** Why text is no value; a phrase that follows the option's name. */
export class ValueError extends PhrasedError {
  override readonly name = 'ValueError';
}

/** Whether a variable of a shape can be written on a command line: all but pointers, structs, and arrays of those. */
export function isWritable(shape: Shape): boolean {
  return isScalar(shape) || (shape.kind === 'array' && shape.length > 0 && isScalar(shape.element));
}

function isScalar({ kind, size }: Shape): boolean {
  return (
    size > 0 &&
    (kind === 'integer' || kind === 'bool' || kind === 'enum' || kind === 'float' || kind === 'text')
  );
}

/**
 * The bytes of a value given as text, in the variable's byte order: decimal and 0x numbers with their range checked,
 * enums by name (`A|B` for flags), text with its closing NUL, arrays as `1,2,3` with zeros behind. Throws
 * {@link ValueError}.
 */
export function parseValue(shape: Shape, text: string, littleEndian: boolean): Uint8Array {
  switch (shape.kind) {
    case 'integer':
      return integerBytes(parseRange(text, shape.size, shape.signed), shape.size, littleEndian);
    case 'bool':
      return integerBytes(parseBoolean(text) ? 1n : 0n, shape.size, littleEndian);
    case 'enum': {
      const value = parseEnum(text, shape.names) ?? parseEnumNumber(text, shape);
      return integerBytes(value, shape.size, littleEndian);
    }
    case 'float':
      return floatBytes(parseFloating(text, shape.size), shape.size, littleEndian);
    case 'text':
      return textBytes(text, shape.size);
    case 'array':
      return arrayBytes(shape, text, littleEndian);
    case 'pointer':
    case 'bits':
    case 'record':
    case 'formatted':
    case 'bytes':
      throw new ValueError(message`a value of kind ${shape.kind} cannot be written as text`);
    default:
      return shape satisfies never;
  }
}

function parseRange(text: string, size: number, signed: boolean): bigint {
  const value = parseInteger(text);
  if (value === undefined) throw new ValueError(message`'${text}' is not a whole number`);
  const values = 1n << BigInt(size * 8);
  const [least, most] = signed ? [-values / 2n, values / 2n - 1n] : [0n, values - 1n];
  if (value < least || value > most)
    throw new ValueError(message`${value} is out of range: it goes from ${least} to ${most}`);
  return value;
}

/** Bytes of an integer in two's complement. */
function integerBytes(value: bigint, size: number, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(size);
  for (let index = 0; index < size; index++) {
    bytes[littleEndian ? index : size - 1 - index] = Number((value >> BigInt(index * 8)) & 0xffn);
  }
  return bytes;
}

function parseBoolean(text: string): boolean {
  const word = text.toLowerCase();
  if (['true', '1', 'yes', 'on'].includes(word)) return true;
  if (['false', '0', 'no', 'off'].includes(word)) return false;
  throw new ValueError(message`'${text}' is neither true nor false`);
}

/** Names, or-ed; undefined where one of them is none. */
function parseEnum(text: string, { byName }: EnumNames): bigint | undefined {
  let value = 0n;
  for (const part of text.split('|')) {
    const bits = byName.get(part.trim());
    if (bits === undefined) return undefined;
    value |= BigInt(bits);
  }
  return value;
}

function parseEnumNumber(text: string, { size, signed, names }: Extract<Shape, { kind: 'enum' }>): bigint {
  if (parseInteger(text) !== undefined) return parseRange(text, size, signed);
  throw new ValueError(message`'${text}' is none of ${[...names.byName.keys()].slice(0, 20).join(', ')}`);
}

function parseFloating(text: string, size: 4 | 8): number {
  const value = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : NaN;
  if (Number.isNaN(value)) throw new ValueError(message`'${text}' is not a number`);
  if (!Number.isFinite(size === 4 ? Math.fround(value) : value))
    throw new ValueError(message`${text} is out of range`);
  return value;
}

function floatBytes(value: number, size: 4 | 8, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(size));
  if (size === 4) view.setFloat32(0, value, littleEndian);
  else view.setFloat64(0, value, littleEndian);
  return new Uint8Array(view.buffer);
}

function textBytes(text: string, size: number): Uint8Array {
  const encoded = new TextEncoder().encode(text);
  if (encoded.includes(0)) throw new ValueError(message`text cannot hold a NUL`);
  if (encoded.length >= size) {
    throw new ValueError(message`the text has ${encoded.length} bytes, at most ${size - 1} fit`);
  }
  const bytes = new Uint8Array(size);
  bytes.set(encoded);
  return bytes;
}

function arrayBytes(
  { element, stride, length, size }: Extract<Shape, { kind: 'array' }>,
  text: string,
  littleEndian: boolean,
): Uint8Array {
  const parts = text === '' ? [] : text.split(',');
  if (parts.length > length) throw new ValueError(message`${parts.length} values, at most ${length} fit`);
  const bytes = new Uint8Array(size);
  parts.forEach((part, index) => bytes.set(parseValue(element, part.trim(), littleEndian), index * stride));
  return bytes;
}
