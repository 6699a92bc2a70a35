import { readBtf } from '../btf/read-btf.js';
import type { Btf } from '../btf/types.js';
import { EM_BPF, ET_REL, SHT_NOBITS } from '../elf/constants.js';
import { ElfError } from '../elf/elf-error.js';
import { readElf } from '../elf/read-elf.js';
import type { ElfFile } from '../elf/types.js';
import { isProgram, listFunctions } from './functions.js';
import { callFinder } from './helpers.js';
import { readDataSections } from './read-data-sections.js';
import { readMaps } from './read-maps.js';
import type { BpfObject, ObjectProgram } from './types.js';
import { message } from '../message.js';

/**
 * Reads a BPF object, of either byte order, as clang writes it: programs, maps, global variables, license.
 * Throws {@link ElfError} for what is not a relocatable 64-bit ELF file for BPF, {@link BtfError} for broken types.
 */
export function readObject(bytes: Uint8Array): BpfObject {
  const elf = readElf(bytes);
  checkKind(elf);
  const btf = readObjectBtf(elf);
  return {
    elf,
    btf,
    license: readLicense(elf),
    programs: readPrograms(elf),
    maps: btf ? readMaps(btf) : [],
    dataSections: readDataSections(elf, btf),
  };
}

function checkKind({ machine, type, sectionNamesIndex }: ElfFile): void {
  if (machine !== EM_BPF) {
    throw new ElfError(message`read BPF object: made for machine ${machine}, not BPF (${EM_BPF})`, {
      cure: message`compile it with tsecc, or clang -target bpf`,
    });
  }
  if (type !== ET_REL) {
    throw new ElfError(message`read BPF object: ELF type ${type}, not relocatable (${ET_REL})`, {
      cure: message`compile it with clang -c, without a linker`,
    });
  }
  if (sectionNamesIndex === 0) throw new ElfError(message`read BPF object: its sections have no names`);
}

function readObjectBtf(elf: ElfFile): Btf | undefined {
  const section = elf.sections.find(({ name, type }) => name === '.BTF' && type !== SHT_NOBITS);
  return section && readBtf(section.data);
}

function readLicense(elf: ElfFile): string | undefined {
  const section = elf.sections.find(({ name }) => name === 'license');
  if (!section) return undefined;
  const end = section.data.indexOf(0);
  return new TextDecoder().decode(end < 0 ? section.data : section.data.subarray(0, end));
}

function readPrograms(elf: ElfFile): ObjectProgram[] {
  const functions = listFunctions(elf);
  const findCalls = callFinder(elf, functions);
  return functions.filter(isProgram).map((each) => ({
    name: each.name,
    section: each.section.name,
    sectionIndex: each.section.index,
    offset: each.offset,
    size: each.size,
    ...findCalls(each),
  }));
}
