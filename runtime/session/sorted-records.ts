import { compareValues } from '../decode/sort-events.js';
import type { Value } from '../decode/types.js';

/** A record that was kept, with what it is ordered by. */
export interface KeptRecord {
  readonly key: Value;
  readonly bytes: Buffer;
  /** Milliseconds since 1970. */
  readonly time: number;
}

/** How many records are kept in all. */
export interface Bounds {
  readonly records: number;
  readonly bytes: number;
}

/** The first records of an order, out of any number: memory holds no more than twice the bounds. */
export class SortedRecords {
  readonly #sign: number;
  readonly #bounds: Bounds;
  #kept: KeptRecord[] = [];
  #size = 0;
  #left = 0;
  /** The key of the last one that is kept, once there are enough: what comes behind it needs no place. */
  #last: Value | undefined;

  constructor(descending: boolean, bounds: Bounds) {
    this.#sign = descending ? -1 : 1;
    this.#bounds = bounds;
  }

  /** Records that found no place. */
  get left(): number {
    return this.#left;
  }

  /** Keeps a copy of the bytes, if the record is among the first. */
  add(key: Value, bytes: Uint8Array, time: number): void {
    if (this.#last !== undefined && this.#compare(key, this.#last) >= 0) {
      this.#left += 1;
      return;
    }
    this.#kept.push({ key, bytes: Buffer.from(bytes), time });
    this.#size += bytes.length;
    if (this.#kept.length >= this.#bounds.records * 2 || this.#size > this.#bounds.bytes * 2) this.#cut();
  }

  /** All that are kept, in order; equal ones as they came. */
  take(): readonly KeptRecord[] {
    this.#cut();
    return this.#kept;
  }

  #cut(): void {
    const { records, bytes } = this.#bounds;
    // Sorting is stable, and what came earlier stands before.
    const sorted = this.#kept.toSorted((a, b) => this.#compare(a.key, b.key));
    let count = 0;
    let size = 0;
    for (const record of sorted) {
      if (count === records || size + record.bytes.length > bytes) break;
      size += record.bytes.length;
      count += 1;
    }
    this.#left += sorted.length - count;
    this.#kept = sorted.slice(0, count);
    this.#size = size;
    if (count < sorted.length || count === records) this.#last = this.#kept.at(-1)?.key;
  }

  #compare(a: Value, b: Value): number {
    return this.#sign * compareValues(a, b);
  }
}
