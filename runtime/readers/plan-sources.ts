import type { ObjectMap } from '../../core/object/types.js';
import { possibleCpuCount } from '../kernel/cpus.js';
import { BPF_MAP_TYPE_PERF_EVENT_ARRAY, BPF_MAP_TYPE_RINGBUF } from '../kernel/map-types.js';
import type { Kernel } from '../kernel/types.js';
import { bufferTypes } from './buffer-types.js';
import { describeAmbiguity, emitRecords } from './emit-records.js';
import { mapLayout } from './map-layout.js';
import { openPerfBuffer } from './perf-buffer.js';
import { openRingBuffer } from './ring-buffer.js';
import { sampleSettings } from './sample-settings.js';
import { sampleMap } from './sampled-map.js';
import type { SourceContext } from './source-context.js';
import { stackEmitter } from './stack-emitter.js';
import type { Emit, Reader, Stream } from './types.js';
import type { Phrase } from '../../core/message.js';

/** A map that is to be read. */
export interface PlannedSource {
  readonly map: string;
  readonly streams: readonly Stream[];
  /** What a user has to know of it. */
  readonly notes: readonly Phrase[];
  readonly open: (fd: number) => Reader;
}

/** Which buffers there are: a new kind is one file and one row. */
const buffers: Readonly<Record<number, (kernel: Kernel, map: number, name: string, emit: Emit) => Reader>> = {
  [BPF_MAP_TYPE_RINGBUF]: openRingBuffer,
  [BPF_MAP_TYPE_PERF_EVENT_ARRAY]: openPerfBuffer,
};

/**
 * What of a package is to be read, with the types of its records, before anything is loaded: every buffer unless the
 * package says `no_export`, and the maps with `@sample`. Throws `package-invalid` where the package contradicts
 * itself.
 */
export function planSources(kernel: Kernel, context: SourceContext): readonly PlannedSource[] {
  return context.object.maps.flatMap((map) => {
    const source = planBuffer(kernel, context, map) ?? planSample(kernel, context, map);
    return source ? [source] : [];
  });
}

function planBuffer(kernel: Kernel, context: SourceContext, map: ObjectMap): PlannedSource | undefined {
  const open = buffers[map.type];
  const types = open && bufferTypes(context, map);
  if (!types) return undefined;
  const { name } = map;
  const stacks = stackEmitter(kernel, context, name, types);
  if (stacks) {
    return { map: name, streams: [], notes: stacks.notes, open: (fd) => open(kernel, fd, name, stacks.emit) };
  }
  const streams = types.map((type): Stream => ({ name, role: 'event', type }));
  const ambiguity = describeAmbiguity(name, types);
  return {
    map: name,
    streams,
    notes: ambiguity === undefined ? [] : [ambiguity],
    open: (fd) => open(kernel, fd, name, emitRecords(streams)),
  };
}

function planSample(kernel: Kernel, context: SourceContext, map: ObjectMap): PlannedSource | undefined {
  const settings = sampleSettings(context, map.name);
  if (!settings) return undefined;
  const layout = mapLayout(context, map, () => possibleCpuCount(kernel));
  const { stream, open } = sampleMap(layout, settings);
  return { map: map.name, streams: stream ? [stream] : [], notes: [], open: (fd) => open(kernel, fd) };
}
