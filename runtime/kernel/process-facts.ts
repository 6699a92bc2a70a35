import type { Kernel } from './types.js';

/** True while the process is there. */
export function processExists(kernel: Kernel, pid: number): boolean {
  return kernel.exists(`/proc/${pid}`);
}

/** Ids of the threads of a process; empty when it is gone. */
export function threadsOf(kernel: Kernel, pid: number): readonly number[] {
  try {
    return kernel.list(`/proc/${pid}/task`).map(Number);
  } catch {
    return [];
  }
}

/** A part of a file in a process's memory. */
interface FileMapping {
  readonly start: bigint;
  readonly end: bigint;
  /** In the file. */
  readonly offset: bigint;
}

/**
 * Where a byte of a file stands in a process's memory, as code (/proc/PID/maps, proc(5)); undefined when it has
 * not mapped it. Throws when the process is gone.
 */
export function addressInProcess(
  kernel: Kernel,
  pid: number,
  path: string,
  offset: number,
): bigint | undefined {
  const at = BigInt(offset);
  const mapping = codeMappings(kernel, pid, path).find(
    ({ start, end, offset: first }) => at >= first && at < first + (end - start),
  );
  return mapping && mapping.start + at - mapping.offset;
}

function codeMappings(kernel: Kernel, pid: number, path: string): readonly FileMapping[] {
  return kernel
    .readText(`/proc/${pid}/maps`)
    .split('\n')
    .flatMap((line) => {
      const [, start, end, offset, file] =
        /^([0-9a-f]+)-([0-9a-f]+) ..x. ([0-9a-f]+) \S+ \d+ +(.*)$/.exec(line) ?? [];
      if (file !== path) return [];
      return [{ start: BigInt(`0x${start}`), end: BigInt(`0x${end}`), offset: BigInt(`0x${offset}`) }];
    });
}
