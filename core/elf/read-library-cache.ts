import { byteReader } from '../bytes.js';
import { stringTable } from '../string-table.js';
import { failElf } from './elf-error.js';
import { message } from '../message.js';

/** A library that the dynamic linker knows. */
export interface CachedLibrary {
  /** For instance `libc.so.6`. */
  readonly name: string;
  readonly path: string;
}

const magic = 'glibc-ld.so.cache1.1';
const headerSize = 48;
const entrySize = 24;

/**
 * Reads /etc/ld.so.cache as ldconfig of glibc ≥ 2.2 writes it, alone or behind the table of older ones, in its order.
 * Bytes without that table hold none. Throws {@link ElfError} for a damaged one.
 */
export function readLibraryCache(bytes: Uint8Array): readonly CachedLibrary[] {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(magic);
  if (start < 0) return [];
  const cache = bytes.subarray(start);
  // The cache is in the machine's own byte order.
  const littleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;
  const reader = byteReader(cache, littleEndian, (reason) => failElf(message`library cache: ${reason}`));
  const count = reader.u32(20);
  reader.slice(headerSize, count * entrySize);
  const textAt = stringTable(cache, failElf);
  return Array.from({ length: count }, (_, index) => {
    const at = headerSize + index * entrySize;
    return { name: textAt(reader.u32(at + 4)), path: textAt(reader.u32(at + 8)) };
  });
}
