import { littleEndian } from './bpf.js';
import { errno, errnoOf } from './errno.js';
import type { Kernel } from './types.js';

// enum bpf_cmd, include/uapi/linux/bpf.h.
const BPF_MAP_LOOKUP_ELEM = 1;
const BPF_MAP_UPDATE_ELEM = 2;
const BPF_MAP_DELETE_ELEM = 3;
const BPF_MAP_GET_NEXT_KEY = 4;
const BPF_MAP_LOOKUP_BATCH = 24;
const BPF_MAP_LOOKUP_AND_DELETE_BATCH = 25;

/** Reads the value of a key into `value`; false when the map has no such key (any more). */
export function lookUpElement(kernel: Kernel, map: number, key: Uint8Array, value: Uint8Array): boolean {
  return elementCall(kernel, BPF_MAP_LOOKUP_ELEM, map, key, value);
}

/** Sets the value of a key, whether it is there or not (BPF_ANY). */
export function updateElement(kernel: Kernel, map: number, key: Uint8Array, value: Uint8Array): void {
  elementCall(kernel, BPF_MAP_UPDATE_ELEM, map, key, value);
}

/** Deletes a key; false when it is gone already. */
export function deleteElement(kernel: Kernel, map: number, key: Uint8Array): boolean {
  return elementCall(kernel, BPF_MAP_DELETE_ELEM, map, key, undefined);
}

/** Writes the key behind `key` into `next`, of undefined the first; false behind the last. */
export function nextKey(kernel: Kernel, map: number, key: Uint8Array | undefined, next: Uint8Array): boolean {
  return elementCall(kernel, BPF_MAP_GET_NEXT_KEY, map, key, next);
}

/** Where a batch of entries goes, and where the walk through the map stands. */
export interface BatchBuffers {
  /** As many keys, and values, as the batch may have. */
  readonly keys: Uint8Array;
  readonly values: Uint8Array;
  readonly size: number;
  /** The kernel's note of the place: as large as a key, at least 4 bytes. */
  readonly place: Uint8Array;
}

/** What a batch came to. */
export interface BatchResult {
  readonly count: number;
  /** The map has no more. */
  readonly done: boolean;
}

/**
 * Reads the next entries of a map at once (Linux ≥ 5.6), and deletes them with `clear`. Gives undefined when a bucket
 * of the map holds more than the buffers take (ENOSPC). Throws what a kernel answers that has it not for this map.
 */
export function lookUpBatch(
  kernel: Kernel,
  map: number,
  buffers: BatchBuffers,
  { first, clear }: { readonly first: boolean; readonly clear: boolean },
): BatchResult | undefined {
  const { keys, values, size, place } = buffers;
  // union bpf_attr, batch: in_batch, out_batch, keys, values, count, map_fd, elem_flags, flags.
  const attributes = new DataView(new ArrayBuffer(56));
  const at = kernel.address(place);
  attributes.setBigUint64(0, first ? 0n : at, littleEndian);
  attributes.setBigUint64(8, at, littleEndian);
  attributes.setBigUint64(16, kernel.address(keys), littleEndian);
  attributes.setBigUint64(24, kernel.address(values), littleEndian);
  attributes.setUint32(32, size, littleEndian);
  attributes.setUint32(36, map, littleEndian);
  const command = clear ? BPF_MAP_LOOKUP_AND_DELETE_BATCH : BPF_MAP_LOOKUP_BATCH;
  const count = (): number => Math.min(size, attributes.getUint32(32, littleEndian));
  try {
    kernel.bpf(command, new Uint8Array(attributes.buffer), [place, keys, values]);
    return { count: count(), done: false };
  } catch (error) {
    if (errnoOf(error) === errno.ENOENT) return { count: count(), done: true };
    if (errnoOf(error) === errno.ENOSPC) return undefined;
    throw error;
  }
}

/** The calls for one element: false for ENOENT. */
function elementCall(
  kernel: Kernel,
  command: number,
  map: number,
  key: Uint8Array | undefined,
  value: Uint8Array | undefined,
): boolean {
  const attributes = new DataView(new ArrayBuffer(32));
  attributes.setUint32(0, map, littleEndian);
  attributes.setBigUint64(8, key ? kernel.address(key) : 0n, littleEndian);
  attributes.setBigUint64(16, value ? kernel.address(value) : 0n, littleEndian);
  const held = [key, value].filter((bytes) => bytes !== undefined);
  try {
    kernel.bpf(command, new Uint8Array(attributes.buffer), held);
    return true;
  } catch (error) {
    if (errnoOf(error) === errno.ENOENT) return false;
    throw error;
  }
}
