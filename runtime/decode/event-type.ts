import { BtfError } from '../../core/btf/btf-error.js';
import { pairRecord } from '../../core/record/pair-record.js';
import { plainRecord } from '../../core/record/record-of.js';
import { withFixedEnd } from '../../core/record/with-fixed-end.js';
import { typeName } from '../../core/btf/type-name.js';
import type { Btf } from '../../core/btf/types.js';
import type { DataSection } from '../../core/object/types.js';
import { shapeOf } from '../../core/record/shape-of.js';
import type { Field, Shape } from '../../core/record/types.js';
import type { EventType } from './types.js';
import { message } from '../../core/message.js';

/** Values that one record may become, text counted by eight bytes: hostile unions show the same bytes again and again. */
const maxValues = 1 << 22;

/**
 * Makes a BTF type ready for decoding. `formats` are the `@format` words of its members, by dotted path
 * (`saddr`, `from.address`; members of anonymous structs have their parent's path; an array's goes for its elements
 * where it does not fit the whole). Throws {@link BtfError} for types that make no sense, and TseccError
 * `package-invalid` for a format that is unknown or does not fit.
 */
export function eventTypeOf(
  btf: Btf,
  typeId: number,
  formats: ReadonlyMap<string, string> = new Map(),
): EventType {
  return eventType(typeName(btf, typeId), btf.littleEndian, shapeOf(btf, typeId, formats));
}

/**
 * The global variables of a data section as one record, as its map holds them. For the types of the section itself
 * clang leaves the offsets 0, so they come from `section`.
 */
export function sectionTypeOf(btf: Btf, section: DataSection): EventType {
  const fields = section.variables.map(({ name, typeId, offset }): Field => ({
    name,
    offset,
    shape: withFixedEnd(shapeOf(btf, typeId)),
    type: typeName(btf, typeId),
  }));
  return eventType(section.name, btf.littleEndian, plainRecord(section.size, fields));
}

/** A map's key and value as one record, see {@link pairRecord}. Both are of one object, so of one byte order. */
export function pairTypeOf(key: EventType, value: EventType): EventType {
  return eventType(`${key.name}, ${value.name}`, value.littleEndian, pairRecord(key, value));
}

/** An {@link EventType} around a shape; throws {@link BtfError} for one that would become too many values. */
export function eventType(name: string, littleEndian: boolean, shape: Shape): EventType {
  if (!(countValues(shape) <= maxValues)) {
    throw new BtfError(message`decode ${name}: a record would become more than ${maxValues} values`);
  }
  return { name, littleEndian, shape, needed: neededBytes(shape) };
}

function countValues(shape: Shape): number {
  switch (shape.kind) {
    case 'text':
    case 'bytes':
      return 1 + shape.size / 8;
    case 'array':
      return 1 + Math.max(shape.length, shape.tail === 'rest' ? 64 : 0) * countValues(shape.element);
    case 'record':
      return shape.fields.reduce((sum, field) => sum + countValues(field.shape), 1);
    case 'formatted':
      return countValues(shape.inner);
    default:
      return 1;
  }
}

/** Bytes that a value needs at least: all but padding at the end, and but an array there that may be cut. */
export function neededBytes(shape: Shape): number {
  switch (shape.kind) {
    case 'text':
      return shape.tail === 'fixed' ? shape.size : 0;
    case 'array':
      if (shape.tail !== 'fixed' || shape.length === 0) return 0;
      return (shape.length - 1) * shape.stride + neededBytes(shape.element);
    case 'record':
      return shape.fields.reduce((most, field) => Math.max(most, field.offset + neededBytes(field.shape)), 0);
    default:
      return shape.size;
  }
}
