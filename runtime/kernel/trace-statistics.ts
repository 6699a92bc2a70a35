import type { Kernel } from './types.js';

/**
 * Lines of the statistics of a trace buffer that count what nobody can read any more (tracing_stats_read of
 * kernel/trace/trace.c): overwritten, given up because a writer was interrupted too often, and refused.
 */
const lost = /^(?:overrun|commit overrun|dropped events): (\d+)$/gm;

/** How many lines each processor has lost in a trace instance since it was made. */
export function countLostLines(kernel: Kernel, instance: string): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  if (!kernel.exists(`${instance}/per_cpu`)) return counts;
  for (const name of kernel.list(`${instance}/per_cpu`)) {
    const cpu = /^cpu(\d+)$/.exec(name)?.[1];
    if (cpu === undefined) continue;
    const text = kernel.readText(`${instance}/per_cpu/${name}/stats`);
    const sum = Array.from(text.matchAll(lost), ([, count]) => Number(count)).reduce((a, b) => a + b, 0);
    counts.set(Number(cpu), sum);
  }
  return counts;
}
