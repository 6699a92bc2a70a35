import { mapInfo } from '../kernel/object-info.js';
import { readEntries, type OpenMap } from '../kernel/map-entries.js';
import type { Kernel } from '../kernel/types.js';
import { histogramSample } from './histogram-sample.js';
import { kvSample } from './kv-sample.js';
import type { MapLayout } from './map-layout.js';
import { readerOver } from './reader-over.js';
import type { SampleSettings } from '../../core/package/sample-settings.js';
import { invalidMap } from '../../core/package/map-settings.js';
import type { EventBatch, Reader, ReaderStops, Stream } from './types.js';
import { pause, takeTurns } from './wait.js';
import { message } from '../../core/message.js';

/** What a look at a map gives. */
type TakeSample = (map: OpenMap) => Iterable<EventBatch>;

/** A map that is to be sampled; its stream, where its entries are records, is known before it is opened. */
export interface SampledMap {
  readonly stream: Stream | undefined;
  readonly open: (kernel: Kernel, fd: number) => Reader;
}

/** Prepares to read a map at an interval, and a last time at the end. Throws `package-invalid` where that makes no sense. */
export function sampleMap(layout: MapLayout, settings: SampleSettings): SampledMap {
  const { stream, take } =
    settings.type === 'default_kv' ? takeKv(layout, settings) : takeHistograms(layout, settings);
  return {
    stream,
    open: (kernel, fd) => {
      const map = openMap(kernel, fd, layout);
      return readerOver(
        () => {},
        (stops) => sampleAtInterval(() => take(map), settings.intervalMs, stops),
      );
    },
  };
}

/** The kernel writes as many bytes as the map has: they are not taken from the package's word. */
function openMap(kernel: Kernel, fd: number, { name, key, value, cpus, stride }: MapLayout): OpenMap {
  const info = mapInfo(kernel, fd);
  if (info.keySize !== key.shape.size || info.valueSize !== value.shape.size) {
    throw invalidMap(
      name,
      message`it has keys of ${info.keySize} and values of ${info.valueSize} bytes, not of ${key.shape.size} and ${value.shape.size}`,
    );
  }
  return { kernel, fd, info, valueBytes: cpus * stride };
}

async function* sampleAtInterval(
  take: () => Iterable<EventBatch>,
  intervalMs: number,
  stops: ReaderStops,
): AsyncGenerator<EventBatch, void, undefined> {
  const { signal } = stops;
  for (let due = performance.now() + intervalMs; ; due += intervalMs) {
    await pause(Math.max(0, due - performance.now()), signal);
    if (signal.aborted) break;
    yield* take();
    await takeTurns();
    // A reader that is slower than the interval leaves samples out, and keeps to the rhythm.
    while (due + intervalMs < performance.now()) due += intervalMs;
  }
  stops.beforeDrain();
  yield* take();
}

function takeKv(
  layout: MapLayout,
  { clear }: SampleSettings,
): { readonly stream: Stream; readonly take: TakeSample } {
  const { stream, toBatch } = kvSample(layout);
  return {
    stream,
    take: function* (map) {
      const time = Date.now();
      for (const entries of readEntries(map, clear)) yield toBatch(entries, time);
    },
  };
}

function takeHistograms(
  layout: MapLayout,
  { clear, type, unit }: SampleSettings,
): { readonly stream: undefined; readonly take: TakeSample } {
  const sample = histogramSample(layout);
  const scale = type === 'log2_hist' ? 'log2' : 'linear';
  return {
    stream: undefined,
    take: function* (map) {
      for (const entries of readEntries(map, clear)) sample.add(entries);
      const entries = sample.take();
      if (entries.length > 0) {
        yield { kind: 'histograms', name: layout.name, scale, unit, entries, time: Date.now() };
      }
    },
  };
}
