import type { Kernel } from '../kernel/types.js';

/** Executable memory of a process. */
export interface Region {
  readonly start: bigint;
  readonly end: bigint;
  /** Where it begins in its file. */
  readonly offset: bigint;
  /** What stands for the file as long as it lives: device and inode. */
  readonly file: string;
  /** Path, or a name such as `[vdso]`; empty for memory without a file. */
  readonly path: string;
}

const line = /^([0-9a-f]+)-([0-9a-f]+) ..x. ([0-9a-f]+) (\S+ \d+) *(.*)$/gm;

/** More regions than that are no program's. */
const maxRegions = 65_536;

/** The executable regions of a process (proc(5)); throws when it is gone. */
export function processRegions(kernel: Kernel, processId: number): readonly Region[] {
  const regions: Region[] = [];
  for (const match of kernel.readText(`/proc/${processId}/maps`).matchAll(line)) {
    const [, start, end, offset, file = '', path = ''] = match;
    if (regions.length >= maxRegions) break;
    regions.push({
      start: BigInt(`0x${start}`),
      end: BigInt(`0x${end}`),
      offset: BigInt(`0x${offset}`),
      file,
      path,
    });
  }
  return regions;
}

/** The bytes of the file that a region shows, even when it was deleted or replaced; undefined when it cannot be read. */
export function readRegionFile(
  kernel: Kernel,
  processId: number,
  { start, end, path }: Region,
  limit: number,
): Uint8Array | undefined {
  const places = [
    `/proc/${processId}/map_files/${start.toString(16)}-${end.toString(16)}`,
    `/proc/${processId}/root${path}`,
  ];
  for (const place of places) {
    try {
      return kernel.readBytes(place, limit);
    } catch {
      // The first takes CAP_SYS_ADMIN; the second the process's own view of the file system.
    }
  }
  return undefined;
}
