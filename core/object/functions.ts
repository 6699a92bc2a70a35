import { SHF_EXECINSTR, SHT_PROGBITS } from '../elf/constants.js';
import { ElfError } from '../elf/elf-error.js';
import type { ElfFile, ElfSection, ElfSymbol } from '../elf/types.js';
import { message } from '../message.js';

/** A function of the object: program or subprogram. Offset and size in bytes, in its section. */
export interface ObjectFunction {
  readonly name: string;
  readonly section: ElfSection;
  readonly offset: number;
  readonly size: number;
  readonly binding: ElfSymbol['binding'];
}

/** The executable sections, in file order. */
export function codeSections(elf: ElfFile): ElfSection[] {
  return elf.sections.filter(({ type, flags }) => type === SHT_PROGBITS && isExecutable(flags));
}

function isExecutable(flags: number): boolean {
  // Flags go beyond 32 bits, where bit operators would cut.
  return Math.floor(flags / SHF_EXECINSTR) % 2 === 1;
}

/**
 * All functions, in the order of sections, then of offsets. Throws {@link ElfError} for one that does not lie in its
 * section.
 */
export function listFunctions(elf: ElfFile): ObjectFunction[] {
  const sections = new Map(codeSections(elf).map((section) => [section.index, section]));
  return elf.symbols
    .flatMap((symbol) => {
      const section = symbol.type === 'function' ? sections.get(symbol.sectionIndex) : undefined;
      return section ? [toFunction(symbol, section)] : [];
    })
    .sort((a, b) => a.section.index - b.section.index || a.offset - b.offset);
}

function toFunction(symbol: ElfSymbol, section: ElfSection): ObjectFunction {
  const { name, value: offset, size, binding } = symbol;
  if (offset + size > section.data.length) {
    throw new ElfError(
      message`read BPF object: function '${name}' ends at ${offset + size}, its section '${section.name}' at ${section.data.length}`,
    );
  }
  return { name, section, offset, size, binding };
}

/** Whether libbpf makes a program of a function: those of `.text`, and static ones, are subprograms. */
export function isProgram({ section, binding }: ObjectFunction): boolean {
  return section.name !== '.text' && binding !== 'local';
}
