import { byteReader, type ByteReader } from '../bytes.js';
import { stringTable } from '../string-table.js';
import { SHT_GNU_verdef, SHT_GNU_versym } from './constants.js';
import { failElf } from './elf-error.js';
import type { ElfFile } from './types.js';
import { message } from '../message.js';

/** The version of a dynamic symbol that this file defines. */
export interface SymbolVersion {
  /** For instance `GLIBC_2.34`. */
  readonly name: string;
  /** True for `name@@VERSION`, which is what a program gets that names no version. */
  readonly isDefault: boolean;
}

/** Bit 15 of an Elf64_Versym: not the default version of its name. */
const hidden = 0x8000;

/**
 * Versions of the dynamic symbols by their index (.gnu.version with .gnu.version_d, see LSB "Symbol Versioning");
 * nothing for a file without versions. Throws {@link ElfError}.
 */
export function readSymbolVersions(elf: ElfFile): ReadonlyMap<number, SymbolVersion> {
  const table = elf.sections.find(({ type }) => type === SHT_GNU_versym);
  const names = readDefinitions(elf);
  const versions = new Map<number, SymbolVersion>();
  if (!table || names.size === 0) return versions;
  const reader = byteReader(table.data, elf.littleEndian, (reason) =>
    failElf(message`symbol versions: ${reason}`),
  );
  for (let index = 0; index < Math.floor(reader.length / 2); index++) {
    const entry = reader.u16(index * 2);
    const name = names.get(entry & ~hidden);
    if (name !== undefined) versions.set(index, { name, isDefault: (entry & hidden) === 0 });
  }
  return versions;
}

/** Names of the versions that the file defines, by the number that symbols have of them. */
function readDefinitions(elf: ElfFile): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  const section = elf.sections.find(({ type }) => type === SHT_GNU_verdef);
  const strings = section && elf.sections[section.link];
  if (!section || !strings) return names;
  const reader = byteReader(section.data, elf.littleEndian, (reason) =>
    failElf(message`version definitions: ${reason}`),
  );
  const nameAt = stringTable(strings.data, failElf);
  // Each entry says where the next one begins; `info` is their count, so that a circle ends.
  for (let at = 0, left = section.info; left > 0; left--) {
    const { number, name, next } = readDefinition(reader, at);
    if (number > 1) names.set(number, nameAt(name));
    if (next === 0) break;
    at += next;
  }
  return names;
}

/** An Elf64_Verdef with its first Elf64_Verdaux, which names it. Number 1 stands for the file itself. */
function readDefinition(reader: ByteReader, at: number): { number: number; name: number; next: number } {
  return {
    number: reader.u16(at + 4),
    name: reader.u32(at + reader.u32(at + 12)),
    next: reader.u32(at + 16),
  };
}
