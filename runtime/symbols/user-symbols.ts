import type { Kernel } from '../kernel/types.js';
import { fileSymbols, type FileSymbols } from './file-symbols.js';
import { jitSymbols } from './jit-symbols.js';
import { processRegions, readRegionFile, type Region } from './process-regions.js';
import { symbolText, type SymbolTable } from './symbol-table.js';

/** Files that are read for their symbols. */
const maxFileBytes = 256 * 1024 * 1024;

/** Programs up to this size are read as soon as their process is seen; a larger one would hold up the events behind it. */
const promptFileBytes = 4 * 1024 * 1024;

/** Processes and files that are remembered; the oldest go first. */
const maxRemembered = 128;

/** How long what a process has mapped is taken for granted: another may get its id. */
const freshMs = 1000;

/** Names user-space addresses of a process: `malloc+0x12 [libc.so.6]`, `[libc.so.6+0x2a000]` where the file has no name for it. */
export function userSymbols(
  kernel: Kernel,
  now: () => number = () => performance.now(),
): (address: bigint, processId: number | undefined) => string | undefined {
  const processes = new Map<number, Process>();
  const files = new Map<string, FileSymbols>();
  return (address, processId) => {
    if (processId === undefined || processId <= 0) return undefined;
    const process = processOf(kernel, processes, processId, now(), (executable) => {
      symbolsOf(kernel, files, processId, executable, promptFileBytes);
    });
    const region = process.regions.find(({ start, end }) => address >= start && address < end);
    if (!region) return undefined;
    if (!region.path.startsWith('/') || region.path.startsWith('//anon')) {
      process.compiled ??= jitSymbols(kernel, processId);
      const found = process.compiled.find(Number(address));
      return found ? symbolText(found) : region.path || undefined;
    }
    const offset = Number(address - region.start + region.offset);
    const file = region.path.split('/').at(-1) ?? '';
    const found = symbolsOf(kernel, files, processId, region)(offset);
    return found ? `${symbolText(found)} [${file}]` : `[${file}+0x${offset.toString(16)}]`;
  };
}

interface Process {
  readonly regions: readonly Region[];
  readonly readAt: number;
  compiled: SymbolTable | undefined;
}

function processOf(
  kernel: Kernel,
  processes: Map<number, Process>,
  processId: number,
  now: number,
  onNew: (executable: Region) => void,
): Process {
  const known = processes.get(processId);
  if (known && now - known.readAt < freshMs) return known;
  // One that is gone keeps the regions it had.
  const regions = regionsOf(kernel, processId) ?? known?.regions ?? [];
  // Its first address may be of the linker, and the process be gone when one of the program itself is asked for.
  const [executable] = known ? [] : regions;
  if (executable?.path.startsWith('/')) onNew(executable);
  return remember(processes, processId, { regions, readAt: now, compiled: undefined });
}

/** Undefined for a process that is gone, or has ended and only waits for its parent: that one's memory is empty. */
function regionsOf(kernel: Kernel, processId: number): readonly Region[] | undefined {
  try {
    const regions = processRegions(kernel, processId);
    return regions.length > 0 ? regions : undefined;
  } catch {
    return undefined;
  }
}

function symbolsOf(
  kernel: Kernel,
  files: Map<string, FileSymbols>,
  processId: number,
  region: Region,
  limit = maxFileBytes,
): FileSymbols {
  const known = files.get(region.file);
  if (known) return known;
  const bytes = readRegionFile(kernel, processId, region, limit);
  // A process that is gone says nothing of its file, as one that is too large: the next look may.
  return bytes ? remember(files, region.file, fileSymbols(bytes)) : () => undefined;
}

function remember<Key, Value>(map: Map<Key, Value>, key: Key, value: Value): Value {
  map.delete(key);
  for (const oldest of map.keys()) if (map.size >= maxRemembered) map.delete(oldest);
  map.set(key, value);
  return value;
}
