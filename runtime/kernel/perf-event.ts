import { createPerfLink, littleEndian } from './bpf.js';
import { errno, errnoOf } from './errno.js';
import type { Kernel } from './types.js';

// include/uapi/linux/perf_event.h: PERF_ATTR_SIZE_VER1 is the smallest with config2, so every kernel takes it.
const PERF_ATTR_SIZE_VER1 = 72;
const PERF_TYPE_TRACEPOINT = 2;
const PERF_EVENT_IOC_ENABLE = 0x2400;
const PERF_EVENT_IOC_SET_BPF = 0x40042408;

/** Opens the perf event of a tracepoint by its id (tracefs `events/<category>/<name>/id`). */
export function openTracepointEvent(kernel: Kernel, id: number): number {
  const attributes = perfAttributes(PERF_TYPE_TRACEPOINT);
  attributes.setBigUint64(8, BigInt(id), littleEndian);
  return openForAll(kernel, attributes);
}

/** What a probe's perf event is made of. */
export interface ProbeEvent {
  /** `type` of the kprobe PMU. */
  readonly type: number;
  /** Value of `config`: 0 for the entry, the retprobe bit for the return. */
  readonly config: bigint;
  readonly functionName: string;
  /** Bytes from the function's start. */
  readonly offset: number;
}

/** Opens the perf event of a kernel probe (kprobe PMU, Linux ≥ 4.17). */
export function openProbeEvent(kernel: Kernel, probe: ProbeEvent): number {
  const name = Buffer.from(`${probe.functionName}\0`);
  const attributes = perfAttributes(probe.type);
  attributes.setBigUint64(8, probe.config, littleEndian);
  // kprobe_func and probe_offset share the places of config1 and config2.
  attributes.setBigUint64(56, kernel.address(name), littleEndian);
  attributes.setBigUint64(64, BigInt(probe.offset), littleEndian);
  return openForAll(kernel, attributes, [name]);
}

/**
 * Lets a program run at a perf event. Gives the descriptors that hold it there, to be closed in this order:
 * a link where the kernel has them (≥ 5.15), and the event itself, which this call owns from now on. Without a link
 * the program gets no cookie.
 */
export function attachToPerfEvent(
  kernel: Kernel,
  program: number,
  event: number,
  cookie = 0,
): readonly number[] {
  const held = [event];
  try {
    const link = linkOf(kernel, program, event, cookie);
    if (link === undefined) kernel.ioctl(event, PERF_EVENT_IOC_SET_BPF, program);
    else held.unshift(link);
    kernel.ioctl(event, PERF_EVENT_IOC_ENABLE, 0);
    return held;
  } catch (error) {
    for (const fd of held) kernel.close(fd);
    throw error;
  }
}

function linkOf(kernel: Kernel, program: number, event: number, cookie: number): number | undefined {
  try {
    return createPerfLink(kernel, program, event, cookie);
  } catch (error) {
    // What an older kernel says of an attach type it does not know; any other cause shows again in the ioctl.
    if (errnoOf(error) === errno.EINVAL) return undefined;
    throw error;
  }
}

/** A struct perf_event_attr of this type for an event that is told each time, rather than each nth. */
export function perfAttributes(type: number): DataView {
  const view = new DataView(new ArrayBuffer(PERF_ATTR_SIZE_VER1));
  view.setUint32(0, type, littleEndian);
  view.setUint32(4, PERF_ATTR_SIZE_VER1, littleEndian);
  // sample_period and wakeup_events.
  view.setBigUint64(16, 1n, littleEndian);
  view.setUint32(48, 1, littleEndian);
  return view;
}

/** Every process; a program at such an event runs on all processors although the event names the first. */
function openForAll(kernel: Kernel, attributes: DataView, keepAlive: readonly Uint8Array[] = []): number {
  return kernel.perfEventOpen(new Uint8Array(attributes.buffer), -1, 0, keepAlive);
}
