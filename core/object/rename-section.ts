import { extendBtf } from '../btf/extend-btf.js';
import { readBtfExt } from '../btf/read-btf-ext.js';
import { readBtf } from '../btf/read-btf.js';
import { readBtfHeader } from '../btf/read-header.js';
import { concatBytes, writeU32 } from '../bytes.js';
import { ElfError } from '../elf/elf-error.js';
import { readElf } from '../elf/read-elf.js';
import { replaceSection, sectionHeaderOffset } from '../elf/replace-section.js';
import type { ElfFile, ElfSection } from '../elf/types.js';
import { TseccError } from '../errors.js';
import { message } from '../message.js';

/**
 * Gives an object as it would be had its source said SEC(`to`) where it says SEC(`from`): the section's name, and
 * the names by which `.BTF.ext` speaks of it. `from` is the section's name or index; all programs in it go along.
 * Relocation sections keep their names, since loaders go by their number. The given bytes stay as they are.
 * Throws {@link ElfError} for bytes it cannot read and a section that is not there, {@link TseccError} with `usage`
 * for a name no section can have.
 */
export function renameSection(bytes: Uint8Array, from: string | number, to: string): Uint8Array {
  if (!/^[\x21-\x7e]{1,512}$/.test(to)) {
    throw new TseccError('usage', message`rename section to ${JSON.stringify(to)}: not a section name`);
  }
  const elf = readElf(bytes);
  const section = findSection(elf, from);
  const names = elf.sections[elf.sectionNamesIndex];
  if (!names) throw new ElfError(message`rename section: the object has no section names`);

  const renamed = replaceSection(bytes, elf, names, appendString(names.data, to));
  writeU32(renamed, sectionHeaderOffset(elf, section), names.data.length, elf.littleEndian);
  return renameInBtf(renamed, elf, section.name, to);
}

function findSection(elf: ElfFile, from: string | number): ElfSection {
  const section =
    typeof from === 'number'
      ? elf.sections[from]
      : elf.sections.find(({ name, type }) => name === from && type !== 0);
  if (!section) throw new ElfError(message`rename section '${from}': the object has no such section`);
  return section;
}

function appendString(table: Uint8Array, text: string): Uint8Array {
  return concatBytes(table, new TextEncoder().encode(`${text}\0`));
}

function renameInBtf(bytes: Uint8Array, elf: ElfFile, from: string, to: string): Uint8Array {
  const btf = elf.sections.find(({ name }) => name === '.BTF');
  const ext = elf.sections.find(({ name }) => name === '.BTF.ext');
  if (!btf || !ext) return bytes;
  const { littleEndian } = elf;
  const nameOffset = readBtfHeader(btf.data).stringsSize;
  const grown = replaceSection(bytes, elf, btf, extendBtf(btf.data, { text: to }));
  for (const { position, name } of readBtfExt(ext.data, readBtf(btf.data)).sectionNames) {
    if (name === from) writeU32(grown, ext.offset + position, nameOffset, littleEndian);
  }
  return grown;
}
