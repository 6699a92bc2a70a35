import { budget } from '../budget.js';
import { BtfError } from '../btf/btf-error.js';
import { skipQualifiers } from '../btf/resolve.js';
import { sizeOf } from '../btf/size-of.js';
import { typeAt } from '../btf/type-at.js';
import type { Btf, BtfType } from '../btf/types.js';
import { SHT_NOBITS } from '../elf/constants.js';
import { ElfError } from '../elf/elf-error.js';
import type { ElfFile, ElfSection, ElfSymbol } from '../elf/types.js';
import { symbolFinder, type FindSymbol } from './symbol-finder.js';
import type { DataSection, DataVariable } from './types.js';
import { message } from '../message.js';

type DataSec = Extract<BtfType, { readonly kind: 'datasec' }>;

/** Zeros cost no bytes in the file; more than this for all `.bss` together is no program's. */
const maxZeros = 64 * 1024 * 1024;

/** The sections that libbpf makes maps of: `.rodata`, `.data`, `.bss`, and their named kin such as `.rodata.cfg`. */
const dataName = /^\.(?:rodata|data|bss)(?:\.|$)/;

/**
 * The sections of global variables: those of the file in its order, then `.kconfig`, which stands in the BTF alone.
 * clang leaves the offsets of global variables 0, so they come from the symbols (libbpf's btf_fixup_datasec).
 * Without BTF the sections have no variables. Throws {@link ElfError} or {@link BtfError}.
 */
export function readDataSections(elf: ElfFile, btf: Btf | undefined): DataSection[] {
  const zeros = zeroMaker();
  const findSymbol = symbolFinder(elf.symbols);
  const datasecs = new Map<string, DataSec>();
  for (const type of btf?.types ?? []) {
    if (type.kind === 'datasec' && !datasecs.has(type.name)) datasecs.set(type.name, type);
  }
  const sections = elf.sections.filter(({ name, type }) => type !== 0 && dataName.test(name));
  const described = new Set<string>();
  const inFile = sections.map((section): DataSection => {
    // Of two sections with one name the BTF can describe but one.
    const datasec = described.has(section.name) ? undefined : datasecs.get(section.name);
    described.add(section.name);
    return {
      name: section.name,
      sectionIndex: section.index,
      size: section.size,
      data: section.type === SHT_NOBITS ? zeros(section.size) : section.data,
      variables: btf && datasec ? readVariables(btf, datasec, section, findSymbol) : [],
    };
  });
  const kconfig = datasecs.get('.kconfig');
  return btf && kconfig ? [...inFile, readKconfig(btf, kconfig, zeros)] : inFile;
}

function zeroMaker(): (size: number) => Uint8Array {
  const spend = budget(
    maxZeros,
    () => new ElfError(message`read BPF object: more than ${maxZeros} bytes of .bss`),
  );
  return (size) => {
    spend(size);
    return new Uint8Array(size);
  };
}

function readVariables(
  btf: Btf,
  datasec: DataSec,
  section: ElfSection,
  findSymbol: FindSymbol,
): DataVariable[] {
  return datasec.variables
    .map(({ typeId, offset, size }) => {
      const variable = variableAt(btf, typeId, datasec.name);
      const symbol = findSymbol(section.index, variable.name);
      return toVariable(variable, symbol?.value ?? offset, size, section.size, symbol);
    })
    .sort((a, b) => a.offset - b.offset);
}

type Variable = Extract<BtfType, { readonly kind: 'var' }>;

function variableAt(btf: Btf, typeId: number, section: string): Variable {
  const type = typeAt(btf, typeId);
  if (type.kind !== 'var')
    throw new BtfError(message`read '${section}': type ${typeId} in it is not a variable`);
  return type;
}

function toVariable(
  { name, typeId, linkage }: Variable,
  offset: number,
  size: number,
  sectionSize: number,
  symbol?: ElfSymbol,
): DataVariable {
  if (offset + size > sectionSize) {
    throw new ElfError(
      message`read BPF object: variable '${name}' ends at ${offset + size}, its section at ${sectionSize}`,
    );
  }
  return { name, typeId, offset, size, static: symbol ? symbol.binding === 'local' : linkage === 'static' };
}

/**
 * Lays `.kconfig` out as libbpf does, which makes the map and fills it from the kernel's configuration: by falling
 * alignment, then by size, then by name (cmp_externs).
 */
function readKconfig(btf: Btf, datasec: DataSec, zeros: (size: number) => Uint8Array): DataSection {
  let end = 0;
  const variables = datasec.variables
    .map(({ typeId, size }) => {
      const variable = variableAt(btf, typeId, datasec.name);
      return { variable, size, alignment: alignmentOf(btf, variable.typeId) };
    })
    .sort(
      (a, b) => b.alignment - a.alignment || a.size - b.size || (a.variable.name < b.variable.name ? -1 : 1),
    )
    .map(({ variable, size, alignment }): DataVariable => {
      const offset = Math.ceil(end / alignment) * alignment;
      end = offset + size;
      return { name: variable.name, typeId: variable.typeId, offset, size, static: false };
    });
  return { name: datasec.name, sectionIndex: undefined, size: end, data: zeros(end), variables };
}

/** Configuration values are numbers or arrays of characters. */
function alignmentOf(btf: Btf, typeId: number): number {
  const type = skipQualifiers(btf, typeId);
  const size = sizeOf(btf, type.kind === 'array' ? type.elementTypeId : type.id);
  return Math.min(8, Math.max(1, size));
}
