import { digestOf } from '../digest.js';
import type { Descriptor } from '../types.js';

/** What names these bytes in a manifest. */
export function describeBlob(
  mediaType: string,
  bytes: Uint8Array,
  annotations?: Readonly<Record<string, string>>,
): Descriptor {
  return { mediaType, digest: digestOf(bytes), size: bytes.length, ...(annotations ? { annotations } : {}) };
}

/** A manifest or a configuration as bytes: the same facts give the same digest. */
export function jsonBytes(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value));
}
