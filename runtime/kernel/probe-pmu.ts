import type { Kernel } from './types.js';

/** How perf_event_open is asked for probes. */
export interface ProbePmu {
  readonly type: number;
  /** The `config` of a probe at a function's return. */
  readonly returnConfig: bigint;
}

const devices = '/sys/bus/event_source/devices';

/**
 * The kprobe or uprobe PMU (Linux ≥ 4.17); undefined on a kernel built without CONFIG_KPROBES or CONFIG_UPROBE_EVENTS.
 */
export function probePmu(kernel: Kernel, name: 'kprobe' | 'uprobe' = 'kprobe'): ProbePmu | undefined {
  const directory = `${devices}/${name}`;
  if (!kernel.exists(`${directory}/type`)) return undefined;
  const type = Number(kernel.readText(`${directory}/type`).trim());
  const bit = /^config:(\d+)/.exec(kernel.readText(`${directory}/format/retprobe`))?.[1] ?? '0';
  return { type, returnConfig: 1n << BigInt(bit) };
}
