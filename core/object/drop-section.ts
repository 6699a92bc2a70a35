import { writeU64 } from '../bytes.js';
import { SHF_EXECINSTR, sectionHeaderSize } from '../elf/constants.js';
import { ElfError } from '../elf/elf-error.js';
import { readElf } from '../elf/read-elf.js';
import { message } from '../message.js';

/**
 * Gives an object as it would be had its source no programs in this section: it no longer counts as code, so that
 * libbpf passes it and its relocations by (`bpf_object__elf_collect`). Its name and bytes stay, since `.BTF.ext` still
 * speaks of them. A `?` before the name is no way to this: bpftool 7.1 then fails to pin what it did not load.
 * The given bytes stay as they are. Throws {@link ElfError} for bytes it cannot read and a section that is not there.
 */
export function dropSection(bytes: Uint8Array, index: number): Uint8Array {
  const { sections, sectionHeadersOffset, littleEndian } = readElf(bytes);
  const section = sections[index];
  if (!section) throw new ElfError(message`drop section ${index}: the object has no such section`);
  const executable = Math.floor(section.flags / SHF_EXECINSTR) % 2 === 1;
  // Of a Buffer, slice() would be a view.
  const dropped = Uint8Array.from(bytes);
  // sh_flags of an Elf64_Shdr.
  const place = sectionHeadersOffset + index * sectionHeaderSize + 8;
  if (executable) writeU64(dropped, place, section.flags - SHF_EXECINSTR, littleEndian);
  return dropped;
}
