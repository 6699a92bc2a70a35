import { skipQualifiers } from '../btf/resolve.js';
import { relocationFinder } from '../elf/relocations.js';
import type { ElfSection } from '../elf/types.js';
import { symbolFinder } from './symbol-finder.js';
import type { BpfObject } from './types.js';

/** A struct of functions that the object gives to the kernel: libbpf makes a map of each, with its name. */
export interface StructOps {
  readonly name: string;
  /** The struct's type in the object's BTF. */
  readonly typeId: number;
  /** Its initial bytes; zeros where functions stand. */
  readonly data: Uint8Array;
  /** Which programs stand in it, by byte offset. */
  readonly functions: readonly { readonly offset: number; readonly program: string }[];
}

const sections = ['.struct_ops', '.struct_ops.link'];

/**
 * The variables in `.struct_ops` and `.struct_ops.link`. What is not laid out as clang does it, such as a variable
 * without a symbol or one that ends outside its section, is left out.
 */
export function readStructOps({ elf, btf, programs }: BpfObject): readonly StructOps[] {
  if (!btf) return [];
  const findSymbol = symbolFinder(elf.symbols);
  const findRelocations = relocationFinder(elf);
  const programAt = (section: number, offset: number): string | undefined =>
    programs.find((program) => program.sectionIndex === section && program.offset === offset)?.name;

  const readSection = (section: ElfSection): readonly StructOps[] => {
    const described = btf.types.find((type) => type.kind === 'datasec' && type.name === section.name);
    if (described?.kind !== 'datasec') return [];
    const relocations = findRelocations(section);
    return described.variables.flatMap(({ typeId, size }) => {
      const variable = btf.types[typeId];
      if (variable?.kind !== 'var') return [];
      const start = findSymbol(section.index, variable.name)?.value;
      if (start === undefined || start + size > section.data.length) return [];
      const functions = relocations
        .filter(({ offset }) => offset >= start && offset < start + size)
        .flatMap(({ offset, symbol }) => {
          const program = programAt(symbol.sectionIndex, symbol.value);
          return program === undefined ? [] : [{ offset: offset - start, program }];
        });
      const data = section.data.subarray(start, start + size);
      return [{ name: variable.name, typeId: skipQualifiers(btf, variable.typeId).id, data, functions }];
    });
  };
  return elf.sections.filter(({ name }) => sections.includes(name)).flatMap(readSection);
}
