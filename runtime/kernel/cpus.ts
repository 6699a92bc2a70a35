import type { Kernel } from './types.js';

const directory = '/sys/devices/system/cpu';

/** Most processors that Linux can be built for (CONFIG_NR_CPUS of x86 and arm64). */
const maxCpus = 8192;

/** Numbers of the processors that run now. */
export function onlineCpus(kernel: Kernel): readonly number[] {
  return parseCpuList(kernel.readText(`${directory}/online`));
}

/** How many values a per-CPU map holds for each key: one for every processor that could ever be there. */
export function possibleCpuCount(kernel: Kernel): number {
  return Math.max(1, ...parseCpuList(kernel.readText(`${directory}/possible`)).map((cpu) => cpu + 1));
}

/** A list as the kernel writes it, `0-3,8`, as numbers (Documentation/admin-guide/cputopology.rst). */
export function parseCpuList(text: string): readonly number[] {
  return text
    .trim()
    .split(',')
    .flatMap((part) => {
      const [, first, last = first] = /^(\d+)(?:-(\d+))?$/.exec(part) ?? [];
      if (first === undefined) return [];
      const count = Math.min(Number(last) - Number(first) + 1, maxCpus);
      return Array.from({ length: Math.max(0, count) }, (_, index) => Number(first) + index);
    });
}
