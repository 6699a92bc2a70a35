import type { RecordList } from './types.js';

// include/uapi/linux/bpf.h: the first word of a record's header, beside its length.
const BPF_RINGBUF_BUSY_BIT = 1 << 31;
const BPF_RINGBUF_DISCARD_BIT = 1 << 30;
const BPF_RINGBUF_HDR_SZ = 8;
const lengthMask = ~(BPF_RINGBUF_BUSY_BIT | BPF_RINGBUF_DISCARD_BIT);

/** Bytes after which a batch ends, so that the kernel gets space again before all of a large ring is read. */
const maxBytes = 1 << 20;

/** The memory of a ring buffer map (Linux ≥ 5.8), as kernel/bpf/ringbuf.c lays it out. */
export interface Ring {
  /** What has been read, in bytes since the ring was made; written by us alone. */
  readonly consumer: BigUint64Array;
  /** What has been reserved; written by the kernel. */
  readonly producer: BigUint64Array;
  /** The data, mapped twice in a row, so that no record is ever in two pieces. */
  readonly headers: Int32Array;
  /** Bytes of the data once: a power of two. */
  readonly size: number;
  /** The most bytes that were found in use, as {@link releaseRecords} sees it. */
  mostUsed: number;
  /** Bytes of the longest record that was found, or is known to come; those that were discarded took room as well. */
  longest: number;
}

/** What a look at the ring came to. */
export interface RingScan {
  /** Bytes that go back to the kernel with {@link releaseRecords} once the records were used. */
  readonly bytes: number;
  /** A record is still being written: what stands behind it has to wait. */
  readonly busy: boolean;
  /** The ring makes no sense: what was in it is given up. */
  readonly broken: boolean;
}

/**
 * Finds the records that are whole, in the order of their reservation, and puts their places in the data into
 * `records`. Nothing is copied.
 */
export function scanRing(ring: Ring, records: RecordList): RingScan {
  const { headers, size } = ring;
  const from = Atomics.load(ring.consumer, 0);
  const there = Number(Atomics.load(ring.producer, 0) - from);
  records.count = 0;
  if (there < 0 || there > size) return { bytes: Math.max(0, there), busy: false, broken: true };
  const start = Number(from & BigInt(size - 1));
  let bytes = 0;
  let count = 0;
  while (bytes < there && bytes < maxBytes && count < records.offsets.length) {
    const at = start + bytes;
    // The kernel clears the busy bit last: seen so, the record's bytes are there, too.
    const header = Atomics.load(headers, at >>> 2);
    if ((header & BPF_RINGBUF_BUSY_BIT) !== 0) {
      records.count = count;
      return { bytes, busy: true, broken: false };
    }
    const length = header & lengthMask;
    if (length > ring.longest) ring.longest = length;
    const whole = (length + BPF_RINGBUF_HDR_SZ + 7) & ~7;
    if (whole > there - bytes) {
      records.count = count;
      return { bytes: there, busy: false, broken: true };
    }
    if ((header & BPF_RINGBUF_DISCARD_BIT) === 0) {
      records.offsets[count] = at + BPF_RINGBUF_HDR_SZ;
      records.lengths[count] = length;
      count += 1;
    }
    bytes += whole;
  }
  records.count = count;
  return { bytes, busy: false, broken: false };
}

/**
 * Gives bytes that were read back to the kernel, which writes new records over them. To be called after each scan, also
 * without bytes: it notes how much was in use before.
 */
export function releaseRecords(ring: Ring, bytes: number): void {
  const from = Atomics.load(ring.consumer, 0);
  if (bytes > 0) Atomics.store(ring.consumer, 0, from + BigInt(bytes));
  // Asked last, so that none is missed: a record that found no room until then found no more in use than this.
  const used = Number(Atomics.load(ring.producer, 0) - from);
  if (used > ring.mostUsed) ring.mostUsed = used;
}

/** Whether a record of so many bytes may have found no room (bpf_ringbuf_reserve keeps one byte free). */
export function wasFull({ mostUsed, size }: Ring, length: number): boolean {
  return mostUsed + ((length + BPF_RINGBUF_HDR_SZ + 7) & ~7) >= size;
}
