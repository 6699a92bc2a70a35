import { byteReader } from '../bytes.js';
import { relaSize, relSize, SHT_REL, SHT_RELA } from './constants.js';
import { failElf } from './elf-error.js';
import type { ElfFile, ElfRelocation, ElfSection } from './types.js';
import { message, type Phrase } from '../message.js';

/**
 * The relocations of a section, from every REL and RELA section that names it, in file order.
 * Throws {@link ElfError} where one names a symbol that does not exist.
 */
export function relocationsFor(elf: ElfFile, section: ElfSection): ElfRelocation[] {
  return relocationFinder(elf)(section);
}

/** {@link relocationsFor} for many sections of one file: looks through its sections once. */
export function relocationFinder(elf: ElfFile): (section: ElfSection) => ElfRelocation[] {
  const tables = new Map<number, ElfSection[]>();
  for (const section of elf.sections) {
    if (section.type !== SHT_REL && section.type !== SHT_RELA) continue;
    const known = tables.get(section.info);
    if (known) known.push(section);
    else tables.set(section.info, [section]);
  }
  return ({ index }) => (tables.get(index) ?? []).flatMap((table) => readRelocations(elf, table));
}

function readRelocations(elf: ElfFile, table: ElfSection): ElfRelocation[] {
  const fail = (reason: Phrase) => failElf(message`relocations in section ${table.index}: ${reason}`);
  const reader = byteReader(table.data, elf.littleEndian, fail);
  const size = table.type === SHT_REL ? relSize : relaSize;
  return Array.from({ length: Math.floor(table.data.length / size) }, (_, index) => {
    const at = index * size;
    // r_info: type in the low half, symbol in the high half.
    const low = elf.littleEndian ? at + 8 : at + 12;
    const high = elf.littleEndian ? at + 12 : at + 8;
    const symbol = elf.symbols[reader.u32(high)];
    if (!symbol) throw fail(message`entry ${index}: no symbol ${reader.u32(high)}`);
    return { offset: reader.u64(at), symbol, type: reader.u32(low) };
  });
}
