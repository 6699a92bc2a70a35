import { SHT_DYNSYM } from '../../core/elf/constants.js';
import { ElfError } from '../../core/elf/elf-error.js';
import { readElf } from '../../core/elf/read-elf.js';
import { readSegments } from '../../core/elf/read-segments.js';
import { readSymbols } from '../../core/elf/read-symbols.js';
import { symbolTable, type FoundSymbol } from './symbol-table.js';

/** Finds the function that a byte of a file belongs to. */
export type FileSymbols = (offset: number) => FoundSymbol | undefined;

/**
 * The functions of an executable or library, from its symbol table and, of a stripped one, from what it exports.
 * A file that is no ELF file, or a broken one, has none.
 */
export function fileSymbols(bytes: Uint8Array): FileSymbols {
  try {
    return readFunctions(bytes);
  } catch (error) {
    if (error instanceof ElfError) return () => undefined;
    throw error;
  }
}

function readFunctions(bytes: Uint8Array): FileSymbols {
  const elf = readElf(bytes);
  const segments = readSegments(elf);
  const functions = [...elf.symbols, ...readSymbols(elf.sections, elf.littleEndian, SHT_DYNSYM)].filter(
    ({ type, sectionIndex, name }) => type === 'function' && sectionIndex !== 0 && name !== '',
  );
  const names = functions.map(({ name }) => name);
  const table = symbolTable({
    starts: Float64Array.from(functions, ({ value }) => value),
    sizes: Float64Array.from(functions, ({ size }) => size),
    nameOf: (index) => names[index] ?? '',
  });
  return (offset) => {
    const segment = segments.find((each) => offset >= each.offset && offset < each.offset + each.fileSize);
    return segment && table.find(offset - segment.offset + segment.address);
  };
}
