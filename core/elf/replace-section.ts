import { writeU64 } from '../bytes.js';
import { sectionHeaderSize } from './constants.js';
import type { ElfFile, ElfSection } from './types.js';

/** A copy of the file in which a section has other contents, standing at the end: nothing else has to move. */
export function replaceSection(
  bytes: Uint8Array,
  elf: ElfFile,
  section: ElfSection,
  data: Uint8Array,
): Uint8Array {
  const offset = Math.ceil(bytes.length / 8) * 8;
  const grown = new Uint8Array(offset + data.length);
  grown.set(bytes);
  grown.set(data, offset);
  const header = sectionHeaderOffset(elf, section);
  // sh_offset and sh_size of an Elf64_Shdr.
  writeU64(grown, header + 24, offset, elf.littleEndian);
  writeU64(grown, header + 32, data.length, elf.littleEndian);
  return grown;
}

/** Where the header of a section stands in the file. */
export function sectionHeaderOffset(elf: ElfFile, { index }: ElfSection): number {
  return elf.sectionHeadersOffset + index * sectionHeaderSize;
}
