import { SHT_DYNSYM } from '../../../core/elf/constants.js';
import { readSymbolVersions } from '../../../core/elf/read-symbol-versions.js';
import { readSymbols } from '../../../core/elf/read-symbols.js';
import type { ElfSymbol } from '../../../core/elf/types.js';
import type { Binary, BinaryFunction } from './types.js';

/** The functions that a binary has itself: those it exports, with their versions, then all others that it names. */
export function functionsOf({ elf }: Binary): readonly BinaryFunction[] {
  const versions = readSymbolVersions(elf);
  const exported = readSymbols(elf.sections, elf.littleEndian, SHT_DYNSYM)
    .filter(isFunction)
    .map((symbol) => {
      const version = versions.get(symbol.index);
      return {
        ...toFunction(symbol),
        version: version?.name,
        isDefault: version?.isDefault ?? true,
      };
    });
  const others = elf.symbols.filter(isFunction).map(toFunction);
  return [...exported, ...others];
}

function isFunction(symbol: ElfSymbol): boolean {
  return symbol.type === 'function' && symbol.sectionIndex !== 0 && symbol.value !== 0;
}

/** The linker writes versions into the names of a full symbol table: `read@@GLIBC_2.2.5`. */
function toFunction({ name, value, binding }: ElfSymbol): BinaryFunction {
  const at = name.indexOf('@');
  return {
    name: at < 0 ? name : name.slice(0, at),
    version: at < 0 ? undefined : name.slice(at).replace(/^@+/, ''),
    isDefault: at < 0 || name.startsWith('@@', at),
    isGlobal: binding !== 'local',
    address: value,
  };
}
