import { littleEndian } from './bpf.js';
import { PERF_FORMAT_TOTAL_TIME_ENABLED } from './cpu-events.js';
import { errno, errnoOf } from './errno.js';
import type { Kernel } from './types.js';

// include/uapi/linux/perf_event.h
const PERF_ATTR_SIZE_VER1 = 72;
const PERF_TYPE_SOFTWARE = 1;
const PERF_COUNT_SW_BPF_OUTPUT = 10;
const PERF_SAMPLE_RAW = 1 << 10;
const PERF_FORMAT_LOST = 1 << 4;
const PERF_EVENT_IOC_ENABLE = 0x2400;
/** The bit `watermark` of the attributes' flags. */
const watermark = 1n << 14n;

/**
 * Opens the event that bpf_perf_event_output writes to on one processor. Its descriptor becomes readable each time
 * `wakeUpBytes` more have been written; what is less has to be looked for.
 */
export function openOutputEvent(kernel: Kernel, cpu: number, wakeUpBytes: number): number {
  try {
    return openEvent(kernel, cpu, wakeUpBytes, PERF_FORMAT_LOST);
  } catch (error) {
    // Kernels before 6.0 do not count what an event has lost.
    if (errnoOf(error) !== errno.EINVAL) throw error;
    return openEvent(kernel, cpu, wakeUpBytes, 0);
  }
}

function openEvent(kernel: Kernel, cpu: number, wakeUpBytes: number, readFormat: number): number {
  const attributes = new DataView(new ArrayBuffer(PERF_ATTR_SIZE_VER1));
  attributes.setUint32(0, PERF_TYPE_SOFTWARE, littleEndian);
  attributes.setUint32(4, PERF_ATTR_SIZE_VER1, littleEndian);
  attributes.setBigUint64(8, BigInt(PERF_COUNT_SW_BPF_OUTPUT), littleEndian);
  // sample_period 1: each output.
  attributes.setBigUint64(16, 1n, littleEndian);
  attributes.setBigUint64(24, BigInt(PERF_SAMPLE_RAW), littleEndian);
  attributes.setBigUint64(32, BigInt(PERF_FORMAT_TOTAL_TIME_ENABLED | readFormat), littleEndian);
  attributes.setBigUint64(40, watermark, littleEndian);
  attributes.setUint32(48, wakeUpBytes, littleEndian);
  return kernel.perfEventOpen(new Uint8Array(attributes.buffer), -1, cpu);
}

/** Lets the event take what is written to it. */
export function enableOutputEvent(kernel: Kernel, event: number): void {
  kernel.ioctl(event, PERF_EVENT_IOC_ENABLE, 0);
}

/** How many records found no room since the event was opened; undefined before Linux 6.0, which does not count them. */
export function countLost(kernel: Kernel, event: number): number | undefined {
  // The event's value, the time that it was enabled, and what was lost.
  const counts = new DataView(new ArrayBuffer(24));
  const length = kernel.read(event, new Uint8Array(counts.buffer));
  return length === 24 ? Number(counts.getBigUint64(16, littleEndian)) : undefined;
}
