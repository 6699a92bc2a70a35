import { readBtfExt } from '../btf/read-btf-ext.js';
import { readBtf } from '../btf/read-btf.js';
import { readBtfHeader } from '../btf/read-header.js';
import { writeU32, writeU64 } from '../bytes.js';
import { sectionHeaderSize } from '../elf/constants.js';
import { ElfError } from '../elf/elf-error.js';
import { readElf } from '../elf/read-elf.js';
import type { ElfFile, ElfSection } from '../elf/types.js';
import { TseccError } from '../errors.js';

/**
 * Gives an object as it would be had its source said SEC(`to`) where it says SEC(`from`): the section's name, and
 * the names by which `.BTF.ext` speaks of it. `from` is the section's name or index; all programs in it go along.
 * Relocation sections keep their names, since loaders go by their number. The given bytes stay as they are.
 * Throws {@link ElfError} for bytes it cannot read and a section that is not there, {@link TseccError} with `usage`
 * for a name no section can have.
 */
export function renameSection(bytes: Uint8Array, from: string | number, to: string): Uint8Array {
  if (!/^[\x21-\x7e]{1,512}$/.test(to)) {
    throw new TseccError('usage', `rename section to ${JSON.stringify(to)}: not a section name`);
  }
  const elf = readElf(bytes);
  const section = findSection(elf, from);
  const names = elf.sections[elf.sectionNamesIndex];
  if (!names) throw new ElfError('rename section: the object has no section names');

  const renamed = appendSection(bytes, elf, names, appendString(names.data, to));
  writeU32(renamed, headerOffset(elf, section), names.data.length, elf.littleEndian);
  return renameInBtf(renamed, elf, section.name, to);
}

function findSection(elf: ElfFile, from: string | number): ElfSection {
  const section =
    typeof from === 'number'
      ? elf.sections[from]
      : elf.sections.find(({ name, type }) => name === from && type !== 0);
  if (!section) throw new ElfError(`rename section '${from}': the object has no such section`);
  return section;
}

function headerOffset(elf: ElfFile, { index }: ElfSection): number {
  return elf.sectionHeadersOffset + index * sectionHeaderSize;
}

function appendString(table: Uint8Array, text: string): Uint8Array {
  return concat(table, new TextEncoder().encode(`${text}\0`));
}

/** A copy of the file in which a section has other contents, standing at the end: nothing else has to move. */
function appendSection(bytes: Uint8Array, elf: ElfFile, section: ElfSection, data: Uint8Array): Uint8Array {
  const offset = Math.ceil(bytes.length / 8) * 8;
  const grown = new Uint8Array(offset + data.length);
  grown.set(bytes);
  grown.set(data, offset);
  const header = headerOffset(elf, section);
  // sh_offset and sh_size of an Elf64_Shdr.
  writeU64(grown, header + 24, offset, elf.littleEndian);
  writeU64(grown, header + 32, data.length, elf.littleEndian);
  return grown;
}

function renameInBtf(bytes: Uint8Array, elf: ElfFile, from: string, to: string): Uint8Array {
  const btf = elf.sections.find(({ name }) => name === '.BTF');
  const ext = elf.sections.find(({ name }) => name === '.BTF.ext');
  if (!btf || !ext) return bytes;
  const { littleEndian } = elf;
  const nameOffset = readBtfHeader(btf.data).stringsSize;
  const grown = appendSection(bytes, elf, btf, appendBtfString(btf.data, to));
  for (const { position, name } of readBtfExt(ext.data, readBtf(btf.data)).sectionNames) {
    if (name === from) writeU32(grown, ext.offset + position, nameOffset, littleEndian);
  }
  return grown;
}

/** A BTF blob with one more string. The kernel takes no gaps and no other order than header, types, strings. */
function appendBtfString(btf: Uint8Array, text: string): Uint8Array {
  const header = readBtfHeader(btf);
  const part = (offset: number, size: number) => btf.subarray(offset, offset + size);
  const strings = appendString(part(header.stringsOffset, header.stringsSize), text);
  const grown = concat(part(0, header.headerSize), part(header.typesOffset, header.typesSize), strings);
  // type_off, str_off and str_len of a struct btf_header.
  writeU32(grown, 8, 0, header.littleEndian);
  writeU32(grown, 16, header.typesSize, header.littleEndian);
  writeU32(grown, 20, strings.length, header.littleEndian);
  return grown;
}

function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
