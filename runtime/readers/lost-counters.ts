import { readLostCounters, lostSection, type LostCounter } from '../../core/object/lost-counters.js';
import type { BpfObject } from '../../core/object/types.js';
import type { LoadedMap } from '../attach/types.js';
import { littleEndian } from '../kernel/bpf.js';
import { lookUpElement } from '../kernel/bpf-map.js';
import type { Kernel } from '../kernel/types.js';
import type { EventBatch, Reader, ReaderStops } from './types.js';
import { pause } from './wait.js';

/** How often the counters are looked at while programs run. */
const lookMs = 200;

/** The counters that the programs of an object keep of what gets lost (include/tsecc/tsecc.h). */
export interface LostCounters {
  /** The maps whose losses are counted. */
  readonly buffers: ReadonlySet<string>;
  /** How many records of a perf buffer have found it full up to now. */
  readonly countFull: (kernel: Kernel, maps: readonly LoadedMap[], buffer: string) => number;
  /** Tells of what was counted, by and by; all of it at the end. */
  readonly open: (kernel: Kernel, maps: readonly LoadedMap[]) => Reader;
}

/** The counters of an object; undefined for one without. */
export function lostCounters(object: BpfObject): LostCounters | undefined {
  const counters = readLostCounters(object);
  const size = object.dataSections.find(({ name }) => name === lostSection)?.size ?? 0;
  if (counters.length === 0) return undefined;
  const buffers = new Set(counters.map(({ buffer }) => buffer));
  return {
    buffers,
    countFull: (kernel, maps, buffer) => sumOf(readValues(kernel, maps, size), counters, buffer, 'full'),
    open: (kernel, maps) => ({
      read: (stops) => tell(() => readValues(kernel, maps, size), counters, buffers, stops),
      [Symbol.dispose]: () => {},
    }),
  };
}

async function* tell(
  read: () => DataView,
  counters: readonly LostCounter[],
  buffers: ReadonlySet<string>,
  { signal, beforeDrain }: ReaderStops,
): AsyncGenerator<EventBatch, void, undefined> {
  const told = new Map<string, number>();
  function* tellNew(): Generator<EventBatch, void, undefined> {
    const values = read();
    for (const name of buffers) {
      const sum = sumOf(values, counters, name, 'count');
      const count = sum - (told.get(name) ?? 0);
      told.set(name, sum);
      if (count > 0) yield { kind: 'lost', name, count };
    }
  }
  while (!signal.aborted) {
    await pause(lookMs, signal);
    if (!signal.aborted) yield* tellNew();
  }
  beforeDrain();
  yield* tellNew();
}

/** The one value of the section's map, which is the whole section; zeros where no program that counts was loaded. */
function readValues(kernel: Kernel, maps: readonly LoadedMap[], size: number): DataView {
  const value = new Uint8Array(size);
  const map = maps.find(({ name, definition }) => name === lostSection && definition === undefined);
  if (map) lookUpElement(kernel, map.fd, new Uint8Array(4), value);
  return new DataView(value.buffer);
}

function sumOf(
  values: DataView,
  counters: readonly LostCounter[],
  buffer: string,
  which: 'count' | 'full',
): number {
  const own = counters.filter((counter) => counter.buffer === buffer);
  return own.reduce((sum, counter) => sum + Number(values.getBigUint64(counter[which], littleEndian)), 0);
}
