import { neededBytes } from './event-type.js';
import { valueReader } from './read-value.js';
import { shortRecord, type ShortRecordError } from './short-record.js';
import type { EventType, Source, SymbolResolver, Value } from './types.js';

/**
 * Decodes the record of `length` bytes at an offset of the source. A record that is too short is a
 * {@link ShortRecordError}, as a value; bytes beyond the type are ignored, as the kernel pads records.
 */
export type Decoder = (source: Source, offset: number, length: number) => Value | ShortRecordError;

/** A {@link Decoder} for a type, built once. `symbols` names the addresses of members with `@format ksym` and `usym`. */
export function decoderFor(type: EventType, symbols?: SymbolResolver): Decoder {
  const read = valueReader(type.shape, { littleEndian: type.littleEndian, symbols });
  const enter = recordEntry(type);
  return (source, offset, length) => enter(source, offset, length) ?? read(source, offset);
}

/** What stands before any reading: sets where the record ends, or gives the error when it is too short. */
export function recordEntry(
  type: EventType,
): (source: Source, offset: number, length: number) => ShortRecordError | undefined {
  const { needed, shape } = type;
  const ends = (index: number): number => {
    const field = shape.kind === 'record' ? shape.fields[index] : undefined;
    return field ? field.offset + neededBytes(field.shape) : 0;
  };
  return (source, offset, length) => {
    source.end = Math.min(offset + length, source.bytes.length);
    const there = source.end - offset;
    return there < needed ? shortRecord(type, there, ends) : undefined;
  };
}
