import type { EventType } from '../decode/types.js';
import type { Emit, RecordBatch, Stream } from './types.js';
import { message, type Phrase } from '../../core/message.js';

/** Bytes that the kernel may add at the end of a record of a perf buffer (perf_event_output: multiples of eight). */
const maxPadding = 7;

/**
 * Makes batches of a buffer's records: each of the stream whose type has its size, in their order. With one stream
 * nothing is looked at.
 */
export function emitRecords(streams: readonly Stream[]): Emit {
  const [first, ...others] = streams;
  if (!first) return () => [];
  if (others.length === 0) {
    return (records, source, time) => [{ kind: 'records', stream: first, source, ...records, time }];
  }
  return function* (records, source, time) {
    const { offsets, lengths, count } = records;
    for (let start = 0; start < count;) {
      const stream = streamOf(streams, first, lengths[start] ?? 0);
      let end = start + 1;
      while (end < count && streamOf(streams, first, lengths[end] ?? 0) === stream) end += 1;
      yield {
        kind: 'records',
        stream,
        source,
        offsets: offsets.subarray(start, end),
        lengths: lengths.subarray(start, end),
        count: end - start,
        time,
      } satisfies RecordBatch;
      start = end;
    }
  };
}

/**
 * What has to be said of types that no record's size tells apart, such as two structs of the same size; undefined
 * where each is known by its size.
 */
export function describeAmbiguity(map: string, types: readonly EventType[]): Phrase | undefined {
  const twin = types.find(({ shape }, index) =>
    types.slice(0, index).some((other) => other.shape.size === shape.size),
  );
  const first = types.find(({ shape }) => shape.size === twin?.shape.size);
  if (!twin || !first) return undefined;
  return message`map '${map}' carries ${first.name} and ${twin.name} of the same size: all such records are shown as ${first.name}`;
}

/** The stream of a record of so many bytes: that of its very size, else of a type that may be as long, else the first. */
function streamOf(streams: readonly Stream[], fallback: Stream, length: number): Stream {
  return (
    streams.find(({ type }) => type.shape.size === length) ??
    streams.find(({ type }) => length > type.shape.size && length - type.shape.size <= maxPadding) ??
    streams.find(({ type }) => length >= type.needed && (length <= type.shape.size || isOpen(type))) ??
    fallback
  );
}

function isOpen({ shape }: EventType): boolean {
  if (shape.kind === 'record') {
    return shape.fields.some(
      ({ shape: inner }) => (inner.kind === 'text' || inner.kind === 'array') && inner.tail === 'rest',
    );
  }
  return shape.size === 0;
}
