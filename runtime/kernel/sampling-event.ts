import { littleEndian } from './bpf.js';
import { PERF_FORMAT_TOTAL_TIME_ENABLED } from './cpu-events.js';
import { perfAttributes } from './perf-event.js';
import type { Kernel } from './types.js';

// enum perf_type_id, perf_hw_id and perf_sw_ids, include/uapi/linux/perf_event.h.
const PERF_TYPE_HARDWARE = 0;
const PERF_TYPE_SOFTWARE = 1;
const PERF_COUNT_HW_CPU_CYCLES = 0;
const PERF_COUNT_SW_CPU_CLOCK = 0;

/** Bit `freq` of struct perf_event_attr's flags. */
const frequencyFlag = 1n << 10n;

/** What is sampled: where a processor is, so many times a second. */
export interface SamplingEvent {
  /** `cycles` of the processor's own counter, or the kernel's `clock` where there is no such counter. */
  readonly clock: 'cycles' | 'software';
  /** Samples a second and processor. */
  readonly frequency: number;
  /** A thread, or -1 for all. */
  readonly thread: number;
  /** A processor, or -1 for all that the thread runs on. */
  readonly cpu: number;
}

/** Opens an event that samples. A machine without the counter answers ENOENT, ENODEV or EOPNOTSUPP to `cycles`. */
export function openSamplingEvent(kernel: Kernel, { clock, frequency, thread, cpu }: SamplingEvent): number {
  const cycles = clock === 'cycles';
  const attributes = perfAttributes(cycles ? PERF_TYPE_HARDWARE : PERF_TYPE_SOFTWARE);
  const config = cycles ? PERF_COUNT_HW_CPU_CYCLES : PERF_COUNT_SW_CPU_CLOCK;
  attributes.setBigUint64(8, BigInt(config), littleEndian);
  attributes.setBigUint64(16, BigInt(frequency), littleEndian);
  attributes.setBigUint64(32, BigInt(PERF_FORMAT_TOTAL_TIME_ENABLED), littleEndian);
  attributes.setBigUint64(40, frequencyFlag, littleEndian);
  return kernel.perfEventOpen(new Uint8Array(attributes.buffer), thread, cpu);
}
