import { byteReader, type ByteReader } from '../bytes.js';
import { stringTable } from '../string-table.js';
import * as elf from './constants.js';
import { failElf } from './elf-error.js';
import { readSymbols } from './read-symbols.js';
import type { ElfFile, ElfSection } from './types.js';
import { message } from '../message.js';

/**
 * Reads a 64-bit ELF file of either byte order: header, section headers, names and symbols (elf(5)).
 * Program headers are read by `readSegments`. Throws {@link ElfError} for anything that does not lie inside the bytes.
 */
export function readElf(bytes: Uint8Array): ElfFile {
  const littleEndian = readByteOrder(bytes);
  const reader = byteReader(bytes, littleEndian, failElf);
  const header = {
    type: reader.u16(16),
    machine: reader.u16(18),
    sectionHeadersOffset: reader.u64(40),
    sectionNamesIndex: reader.u16(62),
  };
  const table = locateSectionHeaders(reader, header.sectionHeadersOffset, header.sectionNamesIndex);
  const sections = nameSections(readSections(reader, table), table.namesIndex);
  return {
    bytes,
    littleEndian,
    ...header,
    sectionNamesIndex: table.namesIndex,
    sections,
    symbols: readSymbols(sections, littleEndian),
  };
}

function readByteOrder(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x7f || bytes[1] !== 0x45 || bytes[2] !== 0x4c || bytes[3] !== 0x46) {
    throw failElf(message`offset 0: not an ELF file`);
  }
  if (bytes[elf.EI_CLASS] !== elf.ELFCLASS64)
    throw failElf(message`offset ${elf.EI_CLASS}: not a 64-bit ELF file`);
  const order = bytes[elf.EI_DATA];
  if (order !== elf.ELFDATA2LSB && order !== elf.ELFDATA2MSB) {
    throw failElf(message`offset ${elf.EI_DATA}: unknown byte order ${order ?? 'none'}`);
  }
  return order === elf.ELFDATA2LSB;
}

interface SectionTable {
  readonly offset: number;
  readonly count: number;
  readonly namesIndex: number;
}

function locateSectionHeaders(reader: ByteReader, offset: number, namesIndex: number): SectionTable {
  const entrySize = reader.u16(58);
  const count = reader.u16(60);
  if (offset === 0) return { offset, count: 0, namesIndex: 0 };
  if (entrySize !== elf.sectionHeaderSize) {
    throw failElf(message`offset 58: a section header of ${entrySize} bytes, not ${elf.sectionHeaderSize}`);
  }
  // Numbers too large for the header stand in the first section header.
  const total = count === 0 ? reader.u64(offset + 32) : count;
  if (total > (reader.length - offset) / elf.sectionHeaderSize) {
    throw failElf(message`offset ${offset}: ${total} section headers do not fit into ${reader.length} bytes`);
  }
  return {
    offset,
    count: total,
    namesIndex: namesIndex === elf.SHN_XINDEX ? reader.u32(offset + 40) : namesIndex,
  };
}

function readSections(reader: ByteReader, table: SectionTable): ElfSection[] {
  // A real file's sections do not overlap; some slack is given, none to a file that multiplies its bytes.
  let left = 8 * reader.length;
  return Array.from({ length: table.count }, (_, index) => {
    const section = readSection(reader, table.offset + index * elf.sectionHeaderSize, index);
    left -= section.data.length;
    if (left < 0) throw failElf(message`section ${index}: the sections overlap too much`);
    return section;
  });
}

function readSection(reader: ByteReader, at: number, index: number): ElfSection {
  const type = reader.u32(at + 4);
  const offset = reader.u64(at + 24);
  const size = reader.u64(at + 32);
  const empty = type === elf.SHT_NOBITS || type === 0;
  if (!empty && offset + size > reader.length) {
    throw failElf(message`section ${index}: ends at ${offset + size}, the file at ${reader.length}`);
  }
  return {
    index,
    name: '',
    nameOffset: reader.u32(at),
    type,
    flags: reader.u64(at + 8),
    offset,
    size,
    link: reader.u32(at + 40),
    info: reader.u32(at + 44),
    entrySize: reader.u64(at + 56),
    data: empty ? new Uint8Array(0) : reader.slice(offset, size),
    address: reader.u64(at + 16),
  };
}

function nameSections(sections: readonly ElfSection[], namesIndex: number): ElfSection[] {
  if (namesIndex === 0) return [...sections];
  const names = sections[namesIndex];
  if (!names) throw failElf(message`section names: no section ${namesIndex}`);
  const nameAt = stringTable(names.data, failElf);
  return sections.map((section) => ({
    ...section,
    // Section 0 is the undefined one: it has no name, and some tables are empty but for it.
    name: section.type === 0 && section.nameOffset === 0 ? '' : nameAt(section.nameOffset),
  }));
}
