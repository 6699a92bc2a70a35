import { littleEndian } from './bpf.js';
import { onlineCpus } from './cpus.js';
import type { Kernel } from './types.js';

/** Bit of an event's read_format that has its clock read (include/uapi/linux/perf_event.h). */
export const PERF_FORMAT_TOTAL_TIME_ENABLED = 1;

/** Descriptors of the events that were opened for one processor each, by its number. */
type CpuEvents = ReadonlyMap<number, number>;

/**
 * A question to ask again and again: on which processors that run no event of ours does. They came new, or came back: the
 * kernel ends a processor's events with it, as it does with all but one while a machine sleeps, and does not begin them
 * again. The clock of such an event, which is opened with {@link PERF_FORMAT_TOTAL_TIME_ENABLED}, stands still.
 */
export function watchCpuEvents(kernel: Kernel): (events: CpuEvents) => readonly number[] {
  let clocks: ReadonlyMap<number, bigint> = new Map();
  return (events) => {
    const before = clocks;
    clocks = new Map([...events.values()].map((event) => [event, enabledTime(kernel, event)]));
    return onlineCpus(kernel).filter((cpu) => {
      const event = events.get(cpu);
      return event === undefined || before.get(event) === clocks.get(event);
    });
  };
}

/** Nanoseconds that an event was enabled for so far. */
function enabledTime(kernel: Kernel, event: number): bigint {
  // The value, the time, and whatever else the event is asked for.
  const counts = new DataView(new ArrayBuffer(64));
  kernel.read(event, new Uint8Array(counts.buffer));
  return counts.getBigUint64(8, littleEndian);
}
