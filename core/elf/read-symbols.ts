import { byteReader } from '../bytes.js';
import { stringTable } from '../string-table.js';
import { SHT_SYMTAB, symbolSize } from './constants.js';
import { failElf } from './elf-error.js';
import type { ElfSection, ElfSymbol } from './types.js';
import { message } from '../message.js';

/**
 * Reads the entries of the first symbol table of a type: SHT_SYMTAB, or SHT_DYNSYM for what is left in a stripped
 * file. A file without such a table has none. Throws {@link ElfError}.
 */
export function readSymbols(
  sections: readonly ElfSection[],
  littleEndian: boolean,
  tableType: number = SHT_SYMTAB,
): ElfSymbol[] {
  const table = sections.find((section) => section.type === tableType);
  if (!table) return [];
  const names = sections[table.link];
  if (!names)
    throw failElf(message`symbol table: its names are in section ${table.link}, which does not exist`);
  if (table.data.length % symbolSize !== 0)
    throw failElf(message`symbol table: ${table.data.length} bytes are no whole number of symbols`);
  const nameAt = stringTable(names.data, failElf);
  const reader = byteReader(table.data, littleEndian, (reason) => failElf(message`symbol table: ${reason}`));
  return Array.from({ length: table.data.length / symbolSize }, (_, index) => {
    const at = index * symbolSize;
    const info = reader.u8(at + 4);
    const nameOffset = reader.u32(at);
    const type = symbolType(info & 0xf);
    const sectionIndex = reader.u16(at + 6);
    return {
      index,
      // Section symbols have no name of their own: readelf shows the section's, and so do we.
      name: nameOffset ? nameAt(nameOffset) : type === 'section' ? (sections[sectionIndex]?.name ?? '') : '',
      value: reader.u64(at + 8),
      size: reader.u64(at + 16),
      binding: symbolBinding(info >> 4),
      type,
      sectionIndex,
    };
  });
}

function symbolBinding(binding: number): ElfSymbol['binding'] {
  return (['local', 'global', 'weak'] as const)[binding] ?? 'other';
}

function symbolType(type: number): ElfSymbol['type'] {
  return (['none', 'object', 'function', 'section', 'file'] as const)[type] ?? 'other';
}
