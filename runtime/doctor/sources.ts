import type { Check } from '../../core/doctor/types.js';
import { message, type Phrase } from '../../core/message.js';
import type { BpfObject } from '../../core/object/types.js';
import type { OpenedPackage } from '../../core/package/types.js';
import { labCure } from '../kernel/lab-cure.js';
import { BPF_MAP_TYPE_PERF_EVENT_ARRAY, BPF_MAP_TYPE_RINGBUF } from '../../core/object/map-types.js';
import { mountPoints } from '../kernel/mounts.js';
import { planSources } from '../readers/plan-sources.js';
import { callsPrintk } from '../readers/calls-printk.js';
import { checkMounts } from './mounts.js';
import type { DoctorContext, Finding } from './types.js';

/** A check for each source of a package's data: its buffers, its sampled maps, its trace lines. */
export function checkSources(
  object: BpfObject,
  { manifest }: OpenedPackage,
  context: DoctorContext,
): readonly Check[] {
  const { kernel } = context;
  const maps = planSources(kernel, { object, meta: manifest.meta }).map(({ map }): Check => {
    const type = object.maps.find(({ name }) => name === map)?.type ?? 0;
    return { id: `source:${map}`, title: map, ...checkMap(type, context) };
  });
  if (!callsPrintk(object)) return maps;
  return [...maps, { id: 'source:trace', title: message`trace lines`, ...checkTrace(context) }];
}

/** Buffers that are read as they fill, by BPF_MAP_TYPE_*; any other map is sampled. */
const buffers: Readonly<Record<number, { readonly enumerator: string; readonly name: Phrase }>> = {
  [BPF_MAP_TYPE_RINGBUF]: { enumerator: 'BPF_MAP_TYPE_RINGBUF', name: message`ring buffer` },
  [BPF_MAP_TYPE_PERF_EVENT_ARRAY]: {
    enumerator: 'BPF_MAP_TYPE_PERF_EVENT_ARRAY',
    name: message`perf buffer`,
  },
};

function checkMap(type: number, { facts, kernel }: DoctorContext): Finding {
  const buffer = buffers[type];
  if (!buffer) return { state: 'ok', detail: message`sampled map` };
  if (facts.types()?.hasName(buffer.enumerator) ?? true) return { state: 'ok', detail: buffer.name };
  return {
    state: 'missing',
    detail: message`kernel ${kernel.release} has no such map (${buffer.enumerator})`,
    cure: labCure('newer kernel'),
  };
}

/** The event bpf_trace_printk in tracefs (Linux ≥ 5.9). */
function checkTrace({ kernel }: DoctorContext): Finding {
  const tracefs = checkMounts(kernel).find(({ id }) => id === 'mount:tracefs');
  const [place] = mountPoints(kernel, 'tracefs');
  if (tracefs && (tracefs.state !== 'ok' || place === undefined)) {
    const { state, detail, cure } = tracefs;
    return { state, detail, cure };
  }
  if (kernel.exists(`${place}/events/bpf_trace/bpf_trace_printk`))
    return { state: 'ok', detail: 'bpf_printk' };
  return {
    state: 'missing',
    detail: message`kernel ${kernel.release} has no trace event bpf_trace_printk (Linux 5.9 and later have it)`,
    cure: labCure('kernel'),
  };
}
