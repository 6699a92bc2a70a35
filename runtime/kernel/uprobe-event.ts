import { littleEndian } from './bpf.js';
import { perfAttributes } from './perf-event.js';
import type { ProbePmu } from './probe-pmu.js';
import type { Kernel } from './types.js';

/** A place in a file whose execution is an event. */
export interface UprobeEvent {
  readonly path: string;
  /** In the file. */
  readonly offset: number;
  /** The return from the function that begins there, instead of its entry. */
  readonly atReturn: boolean;
  /** Undefined: of every process. */
  readonly pid: number | undefined;
  /** Offset in the file of a counter that the kernel raises while the probe is set (Linux ≥ 4.20); 0: none. */
  readonly semaphore: number;
}

/** Bits of `config` below those of the semaphore: /sys/bus/event_source/devices/uprobe/format/ref_ctr_offset. */
const semaphoreShift = 32n;

/** Opens the perf event of a user-space probe (uprobe PMU, Linux ≥ 4.17). */
export function openUprobeEvent(kernel: Kernel, pmu: ProbePmu, probe: UprobeEvent): number {
  const path = Buffer.from(`${probe.path}\0`);
  const attributes = perfAttributes(pmu.type);
  const moment = probe.atReturn ? pmu.returnConfig : 0n;
  attributes.setBigUint64(8, moment | (BigInt(probe.semaphore) << semaphoreShift), littleEndian);
  // uprobe_path and probe_offset share the places of config1 and config2.
  attributes.setBigUint64(56, kernel.address(path), littleEndian);
  attributes.setBigUint64(64, BigInt(probe.offset), littleEndian);
  const bytes = new Uint8Array(attributes.buffer);
  // An event of all processes must name a processor, which the kernel then does not look at.
  return kernel.perfEventOpen(bytes, probe.pid ?? -1, probe.pid === undefined ? 0 : -1, [path]);
}
