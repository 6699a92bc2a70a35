import type { BpfObject, DataSection, DataVariable } from './types.js';

/** Where the macros of include/tsecc/tsecc.h keep their counters: a map of its own (libbpf ≥ 0.6). */
export const lostSection = '.data.tsecclost';

/** The counters of one call that fills a buffer: two whole numbers of 64 bits in the value of the section's map. */
export interface LostCounter {
  /** The map that the call fills; the words of the call where they name none of the object's. */
  readonly buffer: string;
  /** Where the number of lost records stands, as a byte offset. */
  readonly count: number;
  /** Where the number of those stands that found a perf buffer full, which the kernel counts, too. */
  readonly full: number;
}

/** The counters in an object that was compiled with our header; none for any other. */
export function readLostCounters({ dataSections, maps }: BpfObject): readonly LostCounter[] {
  const section = dataSections.find(({ name }) => name === lostSection);
  if (!section) return [];
  const names = new Set(maps.map(({ name }) => name));
  return section.variables
    .filter((variable) => isCounter(section, variable))
    .map((variable) => {
      const { offset } = variable;
      return { buffer: mapIn(textOf(section, variable), names), count: offset, full: offset + 8 };
    });
}

/** struct {u64 count; u64 full; char buffer[];} */
const textAt = 16;

function isCounter(section: DataSection, { offset, size }: DataVariable): boolean {
  return offset % 8 === 0 && size > textAt && offset + size <= Math.min(section.size, section.data.length);
}

function textOf({ data }: DataSection, { offset, size }: DataVariable): string {
  const bytes = data.subarray(offset + textAt, offset + size);
  const end = bytes.indexOf(0);
  return new TextDecoder().decode(bytes.subarray(0, end < 0 ? bytes.length : end));
}

/** Calls mostly say `&events`. */
function mapIn(text: string, names: ReadonlySet<string>): string {
  const found = (text.match(/\w+/g) ?? []).filter((word) => names.has(word));
  return found.length === 1 && found[0] !== undefined ? found[0] : text;
}
