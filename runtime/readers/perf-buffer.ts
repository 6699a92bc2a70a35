import { updateElement } from '../kernel/bpf-map.js';
import { littleEndian } from '../kernel/bpf.js';
import { watchCpuEvents } from '../kernel/cpu-events.js';
import { onlineCpus } from '../kernel/cpus.js';
import { errno, errnoOf } from '../kernel/errno.js';
import { countLost, enableOutputEvent, openOutputEvent } from '../kernel/perf-output.js';
import { message, type Phrase } from '../../core/message.js';
import type { Kernel, MappedMemory } from '../kernel/types.js';
import { readerOver } from './reader-over.js';
import { recordList } from './record-list.js';
import { perfRing, releasePerfRecords, scanPerfRing, type PerfRing } from './scan-perf-ring.js';
import type { BufferOptions, Emit, EventBatch, Reader, ReaderStops, RecordList } from './types.js';
import { takeTurns } from './wait.js';

/** Pages of each processor's ring, as ecli and libbpf's tools take them; fewer where memory to lock is short. */
const ringPages = 64;

/** A ring wakes us when it is this full; what is less is looked for so often. Each wake-up costs the traced process. */
const wakeUpPart = 1 / 4;
const lookMs = 40;

/** How often it is looked whether a processor came back. */
const renewMs = 250;

/** After a stop, how long a buffer that others go on filling is read. */
const drainMs = 1000;

/** Opens a perf buffer: a ring for each processor that is online, put into the map of the type PERF_EVENT_ARRAY. */
export function openPerfBuffer(
  kernel: Kernel,
  map: number,
  name: string,
  emit: Emit,
  { size, countFull }: BufferOptions = {},
): Reader {
  const wanted = size === undefined ? ringPages : pagesFor(size, kernel.pageSize());
  const cpus: CpuRing[] = [];
  const release = (): void => {
    for (let cpu = cpus.pop(); cpu; cpu = cpus.pop()) closeCpu(kernel, cpu);
  };
  try {
    for (const cpu of onlineCpus(kernel)) {
      const ring = openCpu(kernel, map, cpu, wanted);
      if (ring) cpus.push(ring);
    }
  } catch (error) {
    release();
    throw error;
  }
  const open: OpenCpus = {
    kernel,
    map,
    name,
    pages: wanted,
    cpus,
    silent: watchCpuEvents(kernel),
    emit,
    records: recordList(),
    countFull,
  };
  const notes = size === undefined ? [] : describeSizes(name, wanted * kernel.pageSize(), size, cpus);
  return { ...readerOver(release, (stops) => readCpus(open, stops)), notes };
}

/** The kernel takes a power of two of pages. */
const pagesFor = (size: number, page: number): number => 2 ** Math.ceil(Math.log2(Math.max(1, size / page)));

/** What became of the user's wish. */
function describeSizes(
  name: string,
  rounded: number,
  size: number,
  cpus: readonly CpuRing[],
): readonly Phrase[] {
  const least = Math.min(rounded, ...cpus.map(({ ring }) => ring.size));
  if (least < rounded) {
    return [
      message`map '${name}': its rings have ${least} bytes instead of ${rounded}: this process may not lock more memory (run as root, or raise kernel.perf_event_mlock_kb)`,
    ];
  }
  if (rounded === size) return [];
  return [message`map '${name}': ${size} bytes rounded up to ${rounded}, a power of two and whole pages`];
}

interface CpuRing {
  readonly cpu: number;
  readonly event: number;
  readonly memory: MappedMemory;
  readonly ring: PerfRing;
  /** Lost ones that were told of. */
  told: number;
}

/** One processor's ring; undefined for one that has gone offline meanwhile. */
function openCpu(kernel: Kernel, map: number, cpu: number, pages: number): CpuRing | undefined {
  const page = kernel.pageSize();
  let event: number;
  try {
    event = openOutputEvent(kernel, cpu, Math.max(1, pages * page * wakeUpPart));
  } catch (error) {
    if (errnoOf(error) === errno.ENODEV) return undefined;
    throw error;
  }
  let memory: MappedMemory | undefined;
  try {
    memory = mapRing(kernel, event, page, pages);
    const [key, value] = [cpu, event].map(nativeBytes);
    if (key && value) updateElement(kernel, map, key, value);
    enableOutputEvent(kernel, event);
    return { cpu, event, memory, ring: perfRing(memory.buffer, page), told: 0 };
  } catch (error) {
    memory?.unmap();
    kernel.close(event);
    throw error;
  }
}

function closeCpu(kernel: Kernel, { memory, event }: CpuRing): void {
  memory.unmap();
  kernel.close(event);
}

/** A ring as large as this process may lock: RLIMIT_MEMLOCK and kernel.perf_event_mlock_kb bound it without CAP_IPC_LOCK. */
function mapRing(kernel: Kernel, event: number, page: number, wanted: number): MappedMemory {
  for (let pages = wanted; ; pages /= 2) {
    try {
      return kernel.mapMemory(event, (1 + pages) * page, { offset: 0, writable: true });
    } catch (error) {
      if (errnoOf(error) !== errno.EPERM || pages === 1) throw error;
    }
  }
}

function nativeBytes(number: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(4));
  view.setUint32(0, number, littleEndian);
  return new Uint8Array(view.buffer);
}

interface OpenCpus {
  readonly kernel: Kernel;
  readonly map: number;
  readonly name: string;
  /** Of each ring. */
  readonly pages: number;
  readonly cpus: CpuRing[];
  /** On which processors no event of ours runs, since they came back. */
  readonly silent: ReturnType<typeof watchCpuEvents>;
  readonly emit: Emit;
  readonly records: RecordList;
  readonly countFull: BufferOptions['countFull'];
}

async function* readCpus(open: OpenCpus, stops: ReaderStops): AsyncGenerator<EventBatch, void, undefined> {
  const { kernel, cpus } = open;
  const { signal } = stops;
  let wake: (() => void) | undefined;
  const wakeUp = (): void => wake?.();
  const watchAll = () => cpus.map(({ event }) => kernel.watch(event, 'readable', wakeUp));
  let watches = watchAll();
  let renewed = performance.now();
  signal.addEventListener('abort', wakeUp);
  try {
    while (!signal.aborted) {
      yield* readAvailable(open, () => signal.aborted);
      if (signal.aborted) break;
      if (performance.now() - renewed > renewMs) {
        renewed = performance.now();
        const back = open.silent(new Map(cpus.map(({ cpu, event }) => [cpu, event])));
        if (back.length > 0) {
          for (const watch of watches.splice(0)) watch.close();
          yield* renewCpus(open, back);
          watches = watchAll();
        }
      }
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, lookMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    stops.beforeDrain();
    const end = performance.now() + drainMs;
    yield* readAvailable(open, () => performance.now() > end);
    yield* tellLast(open);
  } finally {
    signal.removeEventListener('abort', wakeUp);
    for (const watch of watches) watch.close();
  }
}

/**
 * Rings of their own for processors that came back, or came new: the kernel ends a processor's events with it, and does
 * not begin them again. What was sent there before the ring was made found none: where the programs do not count that,
 * nobody knows how much it was.
 */
function* renewCpus(
  { kernel, map, name, pages, cpus, countFull }: OpenCpus,
  back: readonly number[],
): Generator<EventBatch, void, undefined> {
  for (const cpu of back) {
    const ring = openCpu(kernel, map, cpu, pages);
    if (!ring) continue;
    const at = cpus.findIndex((old) => old.cpu === cpu);
    const [old] = cpus.splice(at < 0 ? cpus.length : at, at < 0 ? 0 : 1, ring);
    const lost = old ? (countLost(kernel, old.event) ?? old.told) - old.told : 0;
    if (old) closeCpu(kernel, old);
    if (lost > 0) yield { kind: 'lost', name, count: lost, cpu };
    if (!countFull) yield { kind: 'lost', name, count: undefined, cpu };
  }
}

/**
 * The kernel tells of lost records with the next one that finds room: of the last ones nobody has told. Where it does
 * not count them (before Linux 6.0), the programs may have done so.
 */
function* tellLast({ kernel, name, cpus, countFull }: OpenCpus): Generator<EventBatch, void, undefined> {
  let untold = countFull?.() ?? 0;
  for (const { cpu, event, told } of cpus) {
    untold -= told;
    const lost = countLost(kernel, event);
    if (lost === undefined) continue;
    if (lost > told) yield { kind: 'lost', name, count: lost - told, cpu };
    untold -= Math.max(0, lost - told);
  }
  if (untold > 0) yield { kind: 'lost', name, count: untold };
}

/** Reads all rings in turn, a batch of each, until a round finds nothing. */
async function* readAvailable(
  { name, cpus, emit, records }: OpenCpus,
  stopped: () => boolean,
): AsyncGenerator<EventBatch, void, undefined> {
  for (let found = true; found && !stopped();) {
    found = false;
    for (const cpu of cpus) {
      const { source, bytes, lost, broken } = scanPerfRing(cpu.ring, records);
      if (records.count > 0) yield* emit(records, source, Date.now());
      releasePerfRecords(cpu.ring, bytes);
      cpu.told += lost;
      if (lost > 0) yield { kind: 'lost', name, count: lost, cpu: cpu.cpu };
      if (broken) yield { kind: 'lost', name, count: undefined, cpu: cpu.cpu };
      found ||= bytes > 0;
    }
    if (found) await takeTurns();
  }
}
