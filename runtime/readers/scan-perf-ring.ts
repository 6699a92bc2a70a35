import { littleEndian } from '../kernel/bpf.js';
import { sourceOf } from '../decode/source.js';
import type { Source } from '../decode/types.js';
import type { RecordList } from './types.js';

// enum perf_event_type, include/uapi/linux/perf_event.h.
const PERF_RECORD_LOST = 2;
const PERF_RECORD_SAMPLE = 9;

/** struct perf_event_header: type, misc, size. */
const headerSize = 8;
/** What stands in a sample before its raw data: the header, and the data's size. */
const rawOffset = 12;
const maxBytes = 1 << 20;

// struct perf_event_mmap_page.
const data_head = 1024;
const data_tail = 1032;

/** The ring of a perf event: a page of positions, and the data behind it. */
export interface PerfRing {
  readonly head: BigUint64Array;
  readonly tail: BigUint64Array;
  readonly words: Uint32Array;
  readonly halves: Uint16Array;
  readonly source: Source;
  /** Bytes of the data: a power of two. */
  readonly size: number;
  /** Where a record that stands at the data's end and its beginning is put together. */
  readonly joined: Source;
}

/** The ring in mapped memory whose first page has `page` bytes. */
export function perfRing(buffer: ArrayBuffer, page: number): PerfRing {
  const size = buffer.byteLength - page;
  return {
    head: new BigUint64Array(buffer, data_head, 1),
    tail: new BigUint64Array(buffer, data_tail, 1),
    words: new Uint32Array(buffer, page, size / 4),
    halves: new Uint16Array(buffer, page, size / 2),
    source: sourceOf(new Uint8Array(buffer, page, size)),
    size,
    // A record's size is 16 bits.
    joined: sourceOf(new Uint8Array(1 << 16)),
  };
}

/** What a look at the ring came to. */
export interface PerfScan {
  /** Where the records that were found lie. */
  readonly source: Source;
  /** Bytes that go back to the kernel with {@link releasePerfRecords} once the records were used. */
  readonly bytes: number;
  /** Records that the kernel had no room for, before all that follow. */
  readonly lost: number;
  /** The ring makes no sense: what was in it is given up. */
  readonly broken: boolean;
}

/**
 * Finds the samples that stand in the ring up to its end, or to a record that is told apart: one that is in two
 * pieces comes alone, joined elsewhere, and so does the count of lost ones.
 */
export function scanPerfRing(ring: PerfRing, records: RecordList): PerfScan {
  const { words, halves, size, source, joined } = ring;
  const from = Atomics.load(ring.tail, 0);
  const there = Number(Atomics.load(ring.head, 0) - from);
  const start = Number(from & BigInt(size - 1));
  const scan = (bytes: number, more: Partial<PerfScan> = {}): PerfScan => ({
    source,
    bytes,
    lost: 0,
    broken: false,
    ...more,
  });
  records.count = 0;
  if (there < 0 || there > size) return scan(Math.max(0, there), { broken: true });
  let bytes = 0;
  while (bytes < there && bytes < maxBytes && records.count < records.offsets.length) {
    const at = (start + bytes) & (size - 1);
    const type = words[at >>> 2];
    const length = halves[(at + 6) >>> 1] ?? 0;
    // Records are multiples of eight bytes, so that no header is in two pieces.
    if (length < headerSize || length % 8 !== 0 || length > there - bytes)
      return scan(there, { broken: true });
    const isWhole = at + length <= size;
    if ((!isWhole || type === PERF_RECORD_LOST) && records.count > 0) return scan(bytes);
    const place = isWhole ? at : joinPieces(ring, at, length);
    const pieces = isWhole ? source : joined;
    if (type === PERF_RECORD_LOST) {
      // struct: header, id, lost.
      const lost = length >= 24 ? pieces.view.getBigUint64(place + 16, littleEndian) : 0n;
      return scan(bytes + length, { lost: Number(lost) });
    }
    if (type === PERF_RECORD_SAMPLE) addSample(records, pieces, place, length);
    bytes += length;
    if (!isWhole) return scan(bytes, { source: joined });
  }
  return scan(bytes);
}

function addSample(records: RecordList, { view }: Source, at: number, length: number): void {
  const size = length < rawOffset ? 0 : view.getUint32(at + headerSize, littleEndian);
  records.offsets[records.count] = at + rawOffset;
  records.lengths[records.count] = Math.min(size, Math.max(0, length - rawOffset));
  records.count += 1;
}

function joinPieces({ source, size, joined }: PerfRing, at: number, length: number): number {
  const first = size - at;
  joined.bytes.set(source.bytes.subarray(at, size), 0);
  joined.bytes.set(source.bytes.subarray(0, length - first), first);
  return 0;
}

/** Gives bytes that were read back to the kernel, which writes new records over them. */
export function releasePerfRecords({ tail }: PerfRing, bytes: number): void {
  if (bytes > 0) Atomics.store(tail, 0, Atomics.load(tail, 0) + BigInt(bytes));
}
