import { PhrasedError } from '../../core/phrased-error.js';
import {
  deleteElement,
  lookUpBatch,
  lookUpElement,
  nextKey,
  updateElement,
  type BatchBuffers,
} from './bpf-map.js';
import type { MapInfo } from './object-info.js';
import { errnoOf } from './errno.js';
import { isArrayMap } from '../../core/object/map-types.js';
import type { Kernel } from './types.js';
import { message } from '../../core/message.js';

/** Entries that are asked for at once, and bytes that they may have: values can be megabytes large. */
const chunkEntries = 1024;
const chunkBytes = 1 << 24;

/** Bytes that a bucket of a map may have, which comes at once however large it is. */
const maxBucketBytes = 1 << 28;

/** Some entries of a map: `count` keys in a row, and as many values. */
export interface MapEntries {
  readonly keys: Uint8Array;
  readonly values: Uint8Array;
  readonly count: number;
}

/** A map that is read again and again. */
export interface OpenMap {
  readonly kernel: Kernel;
  readonly fd: number;
  readonly info: MapInfo;
  /** Bytes that the kernel writes for a value: those of all processors for a per-CPU map. */
  readonly valueBytes: number;
}

/**
 * All entries of a map in chunks, each of which is valid until the next: by batches where the kernel has them
 * (Linux ≥ 5.6), else key by key. With `clear` they are deleted, and those of an array set to zero. An entry that is
 * deleted meanwhile is left out.
 */
export function* readEntries(map: OpenMap, clear: boolean): Generator<MapEntries, void, undefined> {
  const deletes = clear && !isArrayMap(map.info.type);
  let buffers = batchBuffers(map, chunkSize(map));
  for (let first = true, done = false; !done;) {
    let result;
    try {
      result = lookUpBatch(map.kernel, map.fd, buffers, { first, clear: deletes });
    } catch (error) {
      // What a kernel without batches for this map says differs by version; any other cause shows again below.
      if (!first || errnoOf(error) === undefined) throw error;
      yield* walkEntries(map, clear);
      return;
    }
    if (!result) {
      if (buffers.size * 4 * entryBytes(map) > maxBucketBytes)
        throw new PhrasedError(message`a bucket of the map is too large`);
      buffers = { ...batchBuffers(map, buffers.size * 4), place: buffers.place };
      continue;
    }
    const entries = { ...buffers, count: result.count };
    if (result.count > 0) yield entries;
    if (clear && !deletes) eraseEntries(map, entries);
    ({ done } = result);
    first = false;
  }
}

function entryBytes({ info: { keySize }, valueBytes }: OpenMap): number {
  return Math.max(1, keySize + valueBytes);
}

function chunkSize(map: OpenMap): number {
  const fitting = Math.floor(chunkBytes / entryBytes(map));
  return Math.max(1, Math.min(chunkEntries, map.info.maxEntries, fitting));
}

function batchBuffers({ info: { keySize }, valueBytes }: OpenMap, size: number): BatchBuffers {
  return {
    keys: new Uint8Array(keySize * size),
    values: new Uint8Array(valueBytes * size),
    size,
    place: new Uint8Array(Math.max(4, keySize)),
  };
}

function* walkEntries(map: OpenMap, clear: boolean): Generator<MapEntries, void, undefined> {
  const { kernel, fd, info, valueBytes } = map;
  const { keySize } = info;
  const keys = allKeys(map);
  const size = chunkSize(map);
  const chunk = { keys: new Uint8Array(keySize * size), values: new Uint8Array(valueBytes * size), count: 0 };
  for (const [index, key] of keys.entries()) {
    const value = chunk.values.subarray(chunk.count * valueBytes, (chunk.count + 1) * valueBytes);
    if (lookUpElement(kernel, fd, key, value)) {
      chunk.keys.set(key, chunk.count * keySize);
      chunk.count += 1;
    }
    if (chunk.count < size && index < keys.length - 1) continue;
    if (chunk.count > 0) yield chunk;
    if (clear) eraseEntries(map, chunk);
    chunk.count = 0;
  }
}

/** The keys at this moment. A key that is deleted while we stand on it sends the walk to the beginning: none comes twice. */
function allKeys({ kernel, fd, info: { keySize, maxEntries } }: OpenMap): readonly Uint8Array[] {
  const keys = new Map<string, Uint8Array>();
  let key: Uint8Array | undefined;
  for (let steps = 0; steps < 2 * maxEntries; steps++) {
    const next = new Uint8Array(keySize);
    if (!nextKey(kernel, fd, key, next)) break;
    keys.set(Buffer.from(next.buffer).toString('latin1'), next);
    key = next;
  }
  return [...keys.values()];
}

function eraseEntries(map: OpenMap, { keys, count }: MapEntries): void {
  const { kernel, fd, info, valueBytes } = map;
  const zeros = new Uint8Array(valueBytes);
  for (let index = 0; index < count; index++) {
    const key = keys.subarray(index * info.keySize, (index + 1) * info.keySize);
    if (isArrayMap(info.type)) updateElement(kernel, fd, key, zeros);
    else deleteElement(kernel, fd, key);
  }
}
