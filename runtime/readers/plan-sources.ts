import type { ObjectMap } from '../../core/object/types.js';
import type { LoadedMap } from '../attach/types.js';
import { possibleCpuCount } from '../kernel/cpus.js';
import { BPF_MAP_TYPE_PERF_EVENT_ARRAY, BPF_MAP_TYPE_RINGBUF } from '../../core/object/map-types.js';
import type { Kernel } from '../kernel/types.js';
import { bufferTypes } from './buffer-types.js';
import { describeAmbiguity, emitRecords } from './emit-records.js';
import type { LostCounters } from './lost-counters.js';
import { mapLayout } from './map-layout.js';
import { openPerfBuffer } from './perf-buffer.js';
import { openRingBuffer } from './ring-buffer.js';
import { sampleSettings } from '../../core/package/sample-settings.js';
import { sampleMap } from './sampled-map.js';
import type { PackageFacts } from '../../core/package/types.js';
import { stackEmitter } from './stack-emitter.js';
import type { BufferOptions, Emit, Reader, Stream } from './types.js';
import type { Phrase } from '../../core/message.js';

/** A map that is to be read. */
export interface PlannedSource {
  readonly map: string;
  readonly streams: readonly Stream[];
  /** What a user has to know of it. */
  readonly notes: readonly Phrase[];
  /** Opens it by its descriptor; `maps` are all of the object's. */
  readonly open: (fd: number, maps: readonly LoadedMap[]) => Reader;
}

/** What is asked of all sources. */
export interface SourceOptions {
  /** Bytes of a perf buffer's ring on each processor; undefined: the usual ones. */
  readonly bufferSize?: number | undefined;
  /** What the programs count of their losses. */
  readonly counters?: LostCounters | undefined;
}

type OpenBuffer = (kernel: Kernel, map: number, name: string, emit: Emit, options: BufferOptions) => Reader;

/** Which buffers there are: a new kind is one file and one row. */
const buffers: Readonly<Record<number, OpenBuffer>> = {
  [BPF_MAP_TYPE_RINGBUF]: openRingBuffer,
  [BPF_MAP_TYPE_PERF_EVENT_ARRAY]: openPerfBuffer,
};

/**
 * What of a package is to be read, with the types of its records, before anything is loaded: every buffer unless the
 * package says `no_export`, and the maps with `@sample`. Throws `package-invalid` where the package contradicts
 * itself.
 */
export function planSources(
  kernel: Kernel,
  context: PackageFacts,
  options: SourceOptions = {},
): readonly PlannedSource[] {
  return context.object.maps.flatMap((map) => {
    const source = planBuffer(kernel, context, map, options) ?? planSample(kernel, context, map);
    return source ? [source] : [];
  });
}

function planBuffer(
  kernel: Kernel,
  context: PackageFacts,
  map: ObjectMap,
  { bufferSize, counters }: SourceOptions,
): PlannedSource | undefined {
  const openBuffer = buffers[map.type];
  const types = openBuffer && bufferTypes(context, map);
  if (!types) return undefined;
  const { name } = map;
  const isCounted = counters?.buffers.has(name) ?? false;
  const open = (fd: number, maps: readonly LoadedMap[], emit: Emit): Reader =>
    openBuffer(kernel, fd, name, emit, {
      largest: isCounted ? undefined : Math.max(...types.map(({ shape }) => shape.size)),
      size: bufferSize,
      countFull: isCounted ? () => counters?.countFull(kernel, maps, name) ?? 0 : undefined,
    });
  const stacks = stackEmitter(kernel, context, name, types);
  if (stacks) {
    return { map: name, streams: [], notes: stacks.notes, open: (fd, maps) => open(fd, maps, stacks.emit) };
  }
  const streams = types.map((type): Stream => ({ name, role: 'event', type }));
  const ambiguity = describeAmbiguity(name, types);
  return {
    map: name,
    streams,
    notes: ambiguity === undefined ? [] : [ambiguity],
    open: (fd, maps) => open(fd, maps, emitRecords(streams)),
  };
}

function planSample(kernel: Kernel, context: PackageFacts, map: ObjectMap): PlannedSource | undefined {
  const settings = sampleSettings(context, map.name);
  if (!settings) return undefined;
  const layout = mapLayout(context, map, () => possibleCpuCount(kernel));
  const { stream, open } = sampleMap(layout, settings);
  return { map: map.name, streams: stream ? [stream] : [], notes: [], open: (fd) => open(kernel, fd) };
}
