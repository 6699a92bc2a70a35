import type { Kernel } from './types.js';

/** How perf_event_open is asked for kernel probes. */
export interface ProbePmu {
  readonly type: number;
  /** The `config` of a probe at a function's return. */
  readonly returnConfig: bigint;
}

const directory = '/sys/bus/event_source/devices/kprobe';

/** The kprobe PMU (Linux ≥ 4.17); undefined on a kernel built without CONFIG_KPROBES. */
export function probePmu(kernel: Kernel): ProbePmu | undefined {
  if (!kernel.exists(`${directory}/type`)) return undefined;
  const type = Number(kernel.readText(`${directory}/type`).trim());
  const bit = /^config:(\d+)/.exec(kernel.readText(`${directory}/format/retprobe`))?.[1] ?? '0';
  return { type, returnConfig: 1n << BigInt(bit) };
}
