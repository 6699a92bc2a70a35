import { byteReader } from '../bytes.js';
import { PF_X, programHeaderSize, PT_LOAD } from './constants.js';
import { failElf } from './elf-error.js';
import type { ElfFile, ElfSegment } from './types.js';
import { message } from '../message.js';

/** Reads the PT_LOAD program headers of an executable or a library, in file order. Throws {@link ElfError}. */
export function readSegments({ bytes, littleEndian }: ElfFile): readonly ElfSegment[] {
  const reader = byteReader(bytes, littleEndian, failElf);
  const table = reader.u64(32);
  const entrySize = reader.u16(54);
  const count = reader.u16(56);
  if (count > 0 && entrySize !== programHeaderSize) {
    throw failElf(message`offset 54: a program header of ${entrySize} bytes, not ${programHeaderSize}`);
  }
  return Array.from({ length: count }, (_, index) => table + index * programHeaderSize)
    .filter((at) => reader.u32(at) === PT_LOAD)
    .map((at) => ({
      offset: reader.u64(at + 8),
      address: reader.u64(at + 16),
      fileSize: reader.u64(at + 32),
      memorySize: reader.u64(at + 40),
      executable: (reader.u32(at + 4) & PF_X) !== 0,
    }));
}

/** Where in the file the byte stands that is loaded at an address; undefined for an address that no file byte fills. */
export function fileOffset(segments: readonly ElfSegment[], address: number): number | undefined {
  const segment = segments.find(
    (candidate) => address >= candidate.address && address < candidate.address + candidate.fileSize,
  );
  return segment && address - segment.address + segment.offset;
}
