import type { Source } from './types.js';

/** A {@link Source} over bytes, without a copy: memory that the kernel maps is read where it lies. */
export function sourceOf(bytes: Uint8Array): Source {
  const { buffer, byteOffset, byteLength } = bytes;
  return {
    bytes: Buffer.from(buffer, byteOffset, byteLength),
    view: new DataView(buffer, byteOffset, byteLength),
    end: byteLength,
  };
}
