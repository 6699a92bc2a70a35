import { isSummed } from '../../core/record/is-summed.js';
import { eventType, pairTypeOf } from '../decode/event-type.js';
import { sourceOf } from '../decode/source.js';
import type { EventType, Source } from '../decode/types.js';
import type { MapEntries } from '../kernel/map-entries.js';
import { littleEndian } from '../kernel/bpf.js';
import type { MapLayout } from './map-layout.js';
import { sumReader } from './sum-values.js';
import type { RecordBatch, Stream } from './types.js';

/** Entries of a map as records of a key and a value. */
export interface KvSample {
  readonly stream: Stream;
  readonly toBatch: (entries: MapEntries, time: number) => RecordBatch;
}

/**
 * Shows a map's entries as they are (`default_kv`). Of a per-CPU map, whole numbers are added up, as counters are
 * meant; any other value is an array with one element for each processor.
 */
export function kvSample(layout: MapLayout): KvSample {
  const { name, key, value, cpus, stride } = layout;
  const sum = cpus > 1 ? summed(layout) : undefined;
  const shown = sum?.type ?? (cpus > 1 ? arrayOf(value, cpus, stride) : value);
  const stream: Stream = { name, role: 'sample', type: pairTypeOf(key, shown) };
  const keySize = key.shape.size;
  const size = keySize + shown.shape.size;
  const valueBytes = cpus * stride;
  const copyValue = sum?.copy ?? copyBytes(shown.shape.size);
  return {
    stream,
    toBatch: ({ keys, values, count }, time) => {
      const bytes = Buffer.alloc(count * size);
      const from = sourceOf(values);
      const offsets = new Uint32Array(count);
      for (let index = 0; index < count; index++) {
        offsets[index] = index * size;
        bytes.set(keys.subarray(index * keySize, (index + 1) * keySize), index * size);
        copyValue(from, index * valueBytes, bytes, index * size + keySize);
      }
      const lengths = new Uint32Array(count).fill(size);
      return { kind: 'records', stream, source: sourceOf(bytes), offsets, lengths, count, time };
    },
  };
}

/** Puts the value at an offset of the map's into a record. */
type CopyValue = (values: Source, at: number, into: Buffer, to: number) => void;

function copyBytes(size: number): CopyValue {
  return ({ bytes }, at, into, to) => {
    bytes.copy(into, to, at, at + size);
  };
}

interface Summed {
  readonly type: EventType;
  readonly copy: CopyValue;
}

/** For a value that is one whole number: its sum, in eight bytes. */
function summed(layout: MapLayout): Summed | undefined {
  const { name, shape } = layout.value;
  if (!isSummed(shape)) return undefined;
  const read = sumReader({ offset: 0, shape, littleEndian: layout.value.littleEndian }, layout);
  return {
    type: eventType(name, littleEndian, { ...shape, size: 8 }),
    copy: (values, at, into, to) => {
      const sum = BigInt.asUintN(64, read(values, at));
      if (littleEndian) into.writeBigUInt64LE(sum, to);
      else into.writeBigUInt64BE(sum, to);
    },
  };
}

function arrayOf({ name, shape, littleEndian: order }: EventType, length: number, stride: number): EventType {
  const size = length * stride;
  const array = { kind: 'array', size, element: shape, stride, length, tail: 'fixed' } as const;
  return eventType(`${name}[${length}]`, order, array);
}
