import { mapInfo } from '../kernel/object-info.js';
import type { Kernel, MappedMemory } from '../kernel/types.js';
import { sourceOf } from '../decode/source.js';
import type { Source } from '../decode/types.js';
import { readerOver } from './reader-over.js';
import { recordList } from './record-list.js';
import { releaseRecords, scanRing, wasFull, type Ring } from './scan-ring.js';
import type { BufferOptions, Emit, EventBatch, Reader, ReaderStops, RecordList } from './types.js';
import { pause, takeTurns, untilReadable } from './wait.js';

/**
 * How long records may gather once some were read, in milliseconds. A record that finds the ring read empty wakes us,
 * which costs the traced process and us far more than the record; so that not each one does, the ring is left alone
 * for as long as nobody can fill it: at 100 MB/s, which is two million small records.
 */
const gatherMs = ({ size }: Ring): number => Math.min(4, Math.floor(size / 100_000));

/** Gathering is for rings that fill slowly: this part of one within a turn is too much to wait. */
const slowPart = 1 / 32;

/** After a stop, how long a record that is being written, or a ring that others fill, is awaited. */
const drainMs = 1000;

/** Opens a ring buffer map by mapping its memory. `emit` makes batches of its records. */
export function openRingBuffer(
  kernel: Kernel,
  map: number,
  name: string,
  emit: Emit,
  { largest }: BufferOptions = {},
): Reader {
  const { maxEntries: size } = mapInfo(kernel, map);
  const page = kernel.pageSize();
  const consumer = kernel.mapMemory(map, page, { offset: 0, writable: true });
  let rest: MappedMemory;
  try {
    rest = kernel.mapMemory(map, page + 2 * size, { offset: page, writable: false });
  } catch (error) {
    consumer.unmap();
    throw error;
  }
  const ring: Ring = {
    consumer: new BigUint64Array(consumer.buffer, 0, 1),
    producer: new BigUint64Array(rest.buffer, 0, 1),
    headers: new Int32Array(rest.buffer, page, size / 2),
    size,
    mostUsed: 0,
    longest: largest ?? 0,
  };
  const source = sourceOf(new Uint8Array(rest.buffer, page, 2 * size));
  const release = (): void => [consumer, rest].forEach((memory) => memory.unmap());
  const open: OpenRing = {
    kernel,
    map,
    name,
    ring,
    source,
    emit,
    records: recordList(),
  };
  const reader = readerOver(release, (stops) => readRing(open, stops));
  if (largest === undefined) return reader;
  const level = () => ({
    name,
    part: Math.min(1, ring.mostUsed / size),
    full: wasFull(ring, ring.longest),
  });
  return { ...reader, level };
}

interface OpenRing {
  readonly kernel: Kernel;
  readonly map: number;
  readonly name: string;
  readonly ring: Ring;
  readonly source: Source;
  readonly emit: Emit;
  readonly records: RecordList;
}

async function* readRing(open: OpenRing, stops: ReaderStops): AsyncGenerator<EventBatch, void, undefined> {
  const { kernel, map, ring } = open;
  const { signal } = stops;
  const progress = { bytes: 0, busy: false };
  while (!signal.aborted) {
    yield* readAvailable(open, progress, () => signal.aborted);
    const gathering = progress.bytes > ring.size * slowPart ? 0 : gatherMs(ring);
    if (progress.bytes > 0 && gathering === 0) continue;
    if (progress.bytes > 0 || progress.busy) await pause(Math.max(1, gathering), signal);
    else await untilReadable(kernel, map, signal);
  }
  stops.beforeDrain();
  const end = performance.now() + drainMs;
  const late = (): boolean => performance.now() > end;
  do {
    yield* readAvailable(open, progress, late);
    if (progress.busy) await pause(1);
  } while (progress.busy && !late());
}

/** Reads until the ring is empty or a record in it is not finished; `progress` tells which, and how far it came. */
async function* readAvailable(
  { name, ring, source, emit, records }: OpenRing,
  progress: { bytes: number; busy: boolean },
  stopped: () => boolean,
): AsyncGenerator<EventBatch, void, undefined> {
  progress.bytes = 0;
  progress.busy = false;
  while (!stopped()) {
    const { bytes, busy, broken } = scanRing(ring, records);
    if (records.count > 0) yield* emit(records, source, Date.now());
    releaseRecords(ring, bytes);
    if (broken) yield { kind: 'lost', name, count: undefined };
    progress.bytes += bytes;
    progress.busy = busy;
    if (busy || bytes === 0) return;
    await takeTurns();
  }
}
