/** Functions by their start. Addresses are numbers of at most 2^53 that mean the same for all of a table. */
export interface SymbolTable {
  /** The name and the distance from its start of the function that an address lies in. */
  readonly find: (address: number) => FoundSymbol | undefined;
}

export interface FoundSymbol {
  readonly name: string;
  readonly offset: number;
}

/** What a table is made of: symbol n starts at `starts[n]` and has `sizes[n]` bytes, or an unknown number where that is 0. */
export interface SymbolList {
  readonly starts: Float64Array;
  readonly sizes: Float64Array;
  readonly nameOf: (index: number) => string;
}

/** A function whose size nobody tells ends here at the latest. */
const longestUnknown = 1 << 20;

/** Makes a table of symbols in any order; of several at one place the first is found. */
export function symbolTable({ starts, sizes, nameOf }: SymbolList): SymbolTable {
  const order = Uint32Array.from(starts.keys()).sort((a, b) => (starts[a] ?? 0) - (starts[b] ?? 0));
  const startOf = (position: number): number => starts[order[position] ?? 0] ?? 0;
  return {
    find: (address) => {
      let position = lastAtMost(order.length, startOf, address);
      if (position < 0) return undefined;
      while (position > 0 && startOf(position - 1) === startOf(position)) position -= 1;
      const index = order[position] ?? 0;
      const offset = address - startOf(position);
      const size = sizes[index] || longestUnknown;
      return offset < size ? { name: nameOf(index), offset } : undefined;
    },
  };
}

/** The last position whose start is not beyond the address; -1 for none. */
function lastAtMost(length: number, startOf: (position: number) => number, address: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (startOf(middle) <= address) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** As frames are written everywhere: `vfs_read+0x10`. */
export function symbolText({ name, offset }: FoundSymbol): string {
  return `${name}+0x${offset.toString(16)}`;
}
