import type { ElfSymbol } from '../elf/types.js';

/** Finds the data symbol of a name in a section. */
export type FindSymbol = (sectionIndex: number, name: string) => ElfSymbol | undefined;

/** A {@link FindSymbol} over a symbol table; of two symbols alike, neither is found, for either may be meant. */
export function symbolFinder(symbols: readonly ElfSymbol[]): FindSymbol {
  const sections = new Map<number, Map<string, ElfSymbol | undefined>>();
  for (const symbol of symbols) {
    if (symbol.type !== 'object') continue;
    const names = sections.get(symbol.sectionIndex) ?? new Map<string, ElfSymbol | undefined>();
    sections.set(symbol.sectionIndex, names);
    names.set(symbol.name, names.has(symbol.name) ? undefined : symbol);
  }
  return (sectionIndex, name) => sections.get(sectionIndex)?.get(name);
}
