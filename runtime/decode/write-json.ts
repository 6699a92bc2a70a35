import { arrayLength } from './array-length.js';
import { enumText } from './enum-text.js';
import { float32Text } from './float-text.js';
import { formatTable } from './formats/table.js';
import { quoteJson } from './quote-json.js';
import { integerReader } from './read-integer.js';
import { valueReader } from './read-value.js';
import { reserve, writeAscii, writeBytes, writeUtf8, type TextSink } from './text-sink.js';
import type { ArrayShape, EnumNames, IntegerShape, RecordShape, Shape } from '../../core/record/types.js';
import type { Reading, ReadValue, Source } from './types.js';
import { writeHex64, writeInteger, writeSigned64, writeUnsigned64 } from './write-integer.js';
import { writeText } from './write-text.js';

/** Writes the value at an offset of the source as JSON text into the sink. */
export type WriteJson = (sink: TextSink, source: Source, at: number) => void;

const encoder = new TextEncoder();
const openBracket = 0x5b;
const closeBracket = 0x5d;
const comma = 0x2c;
const quote = 0x22;

/**
 * A writer of values of one shape as JSON, straight from bytes to bytes: what {@link valueReader} reads, without
 * making it. Integers of any size are written with all their digits, floats that JSON has no number for as strings.
 */
export function jsonValueWriter(shape: Shape, reading: Reading): WriteJson {
  const { littleEndian } = reading;
  switch (shape.kind) {
    case 'integer':
      return integerWriter(shape, reading);
    case 'enum':
      return namedWriter(shape.names, integerReader(shape.size, shape.signed, littleEndian));
    case 'pointer':
      return pointerWriter(littleEndian);
    case 'float':
      return floatWriter(shape.size, littleEndian);
    case 'text':
      return (sink, source, at) => {
        const limit = shape.tail === 'rest' ? source.end : Math.min(source.end, at + shape.size);
        writeText(sink, source, at, limit);
      };
    case 'array':
      return arrayWriter(shape, reading);
    case 'record':
      return recordWriter(shape, reading);
    case 'formatted':
      return formatTable[shape.format].reader
        ? valueWriter(valueReader(shape, reading))
        : jsonValueWriter(shape.inner, reading);
    case 'bool':
    case 'bits':
    case 'bytes':
      return valueWriter(valueReader(shape, reading));
    default:
      return shape satisfies never;
  }
}

function pointerWriter(littleEndian: boolean): WriteJson {
  const high = littleEndian ? 4 : 0;
  return (sink, { view }, at) => {
    reserve(sink, 20);
    sink.bytes[sink.at++] = quote;
    writeHex64(sink, view.getUint32(at + high, littleEndian), view.getUint32(at + 4 - high, littleEndian));
    sink.bytes[sink.at++] = quote;
  };
}

function integerWriter({ size, signed }: IntegerShape, { littleEndian }: Reading): WriteJson {
  if (size === 8) {
    const write = signed ? writeSigned64 : writeUnsigned64;
    const high = littleEndian ? 4 : 0;
    return (sink, { view }, at) =>
      write(sink, view.getUint32(at + high, littleEndian), view.getUint32(at + 4 - high, littleEndian));
  }
  const read = integerReader(size, signed, littleEndian);
  if (size === 16) return (sink, source, at) => writeAscii(sink, read(source, at).toString());
  return (sink, source, at) => writeInteger(sink, Number(read(source, at)));
}

function namedWriter(names: EnumNames, read: (source: Source, at: number) => number | bigint): WriteJson {
  const quoted = new Map([...names.byValue].map(([value, name]) => [value, encoder.encode(quoteJson(name))]));
  return (sink, source, at) => {
    const value = read(source, at);
    const known = quoted.get(value);
    if (known) return writeBytes(sink, known);
    const text = enumText(names, value);
    if (text === undefined) writeAscii(sink, value.toString());
    else writeUtf8(sink, quoteJson(text));
  };
}

function floatWriter(size: 4 | 8, littleEndian: boolean): WriteJson {
  const write = (sink: TextSink, value: number, text: (value: number) => string) =>
    writeAscii(sink, Number.isFinite(value) ? text(value) : `"${value}"`);
  return size === 4
    ? (sink, { view }, at) => write(sink, view.getFloat32(at, littleEndian), float32Text)
    : (sink, { view }, at) => write(sink, view.getFloat64(at, littleEndian), String);
}

/** For values that are small or rare: made first, then written. */
function valueWriter(read: ReadValue): WriteJson {
  return (sink, source, at) => {
    const value = read(source, at);
    if (typeof value === 'string') writeUtf8(sink, quoteJson(value));
    else writeAscii(sink, typeof value === 'object' ? 'null' : value.toString());
  };
}

function arrayWriter(shape: ArrayShape, reading: Reading): WriteJson {
  const write = jsonValueWriter(shape.element, reading);
  const { stride } = shape;
  return (sink, source, at) => {
    const length = arrayLength(shape, source, at);
    reserve(sink, 1);
    sink.bytes[sink.at++] = openBracket;
    for (let index = 0; index < length; index++) {
      if (index > 0) {
        reserve(sink, 1);
        sink.bytes[sink.at++] = comma;
      }
      write(sink, source, at + index * stride);
    }
    reserve(sink, 1);
    sink.bytes[sink.at++] = closeBracket;
  };
}

function recordWriter(shape: RecordShape, reading: Reading): WriteJson {
  const write = membersWriter(shape, reading, '{');
  return (sink, source, at) => {
    write(sink, source, at);
    writeAscii(sink, shape.fields.length === 0 ? '{}' : '}');
  };
}

/** Writes the members of a record, with `open` before the first one and no brace at the end; nothing if it has none. */
export function membersWriter({ fields }: RecordShape, reading: Reading, open: string): WriteJson {
  const parts = fields.map(({ name, offset, shape }, index) => ({
    key: encoder.encode(`${index === 0 ? open : ','}${quoteJson(name)}:`),
    offset,
    write: jsonValueWriter(shape, reading),
  }));
  return (sink, source, at) => {
    for (const { key, offset, write } of parts) {
      writeBytes(sink, key);
      write(sink, source, at + offset);
    }
  };
}
