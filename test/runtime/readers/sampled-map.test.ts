import t from 'tap';
import { eventType } from '../../../runtime/decode/event-type.js';
import { sampleMap } from '../../../runtime/readers/sampled-map.js';
import type { EventBatch } from '../../../runtime/readers/types.js';
import { collect, decodeBatch, stopsOf } from '../../fixtures/reading.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import { layoutOf } from '../../fixtures/kernel/map-layouts.js';
import { array, u32 } from '../../fixtures/shapes.js';

const number = eventType('u32', true, u32);
const bytes = (value: number): Uint8Array => Uint8Array.of(value, 0, 0, 0);

function mapKernel(valueSize = 4) {
  const kernel = new FakeKernel();
  const entries = new Map<string, Uint8Array>();
  kernel.info.set(5, [1, 1, 4, valueSize, 64]);
  kernel.maps.add(5, { keySize: 4, valueSize, batches: true, entries });
  return { kernel, entries };
}

const settings = { intervalMs: 10, type: 'default_kv', unit: '', clear: false } as const;
const show = (batch: EventBatch): unknown => (batch.kind === 'records' ? decodeBatch(batch) : batch);

t.test('a map is shown at its interval, and a last time after the stop', async (t) => {
  const { kernel, entries } = mapKernel();
  entries.set('01000000', bytes(7));
  const { stream, open } = sampleMap(layoutOf(number, number), settings);
  t.match(stream, { name: 'map', role: 'sample' });
  using reader = open(kernel, 5);
  const stops = stopsOf();
  const seen: unknown[] = [];
  for await (const batch of reader.read(stops)) {
    seen.push(show(batch));
    if (seen.length < 2) continue;
    entries.set('01000000', bytes(8));
    stops.stop();
  }
  t.same(seen, [[{ key: 1, value: 7 }], [{ key: 1, value: 7 }], [{ key: 1, value: 8 }]]);
  t.equal(stops.detached, 1);
});

t.test('with clear_map each entry is shown once', async (t) => {
  const { kernel, entries } = mapKernel();
  entries.set('01000000', bytes(7));
  using reader = sampleMap(layoutOf(number, number), { ...settings, clear: true }).open(kernel, 5);
  const stops = stopsOf();
  setTimeout(stops.stop, 40);
  t.same(await collect(reader.read(stops), show), [[{ key: 1, value: 7 }]]);
  t.equal(entries.size, 0);
});

t.test('histograms come with their scale and unit, and not when nothing was counted', async (t) => {
  const { kernel, entries } = mapKernel(8);
  const layout = layoutOf(number, eventType('u32[2]', true, array(u32, 2)));
  const { stream, open } = sampleMap(layout, { ...settings, type: 'linear_hist', unit: 'ms' });
  t.equal(stream, undefined);
  using reader = open(kernel, 5);
  const stops = stopsOf();
  setTimeout(() => {
    entries.set('01000000', Uint8Array.of(0, 0, 0, 0, 3, 0, 0, 0));
    stops.stop();
  }, 35);
  t.match(await collect(reader.read(stops), show), [
    {
      kind: 'histograms',
      name: 'map',
      scale: 'linear',
      unit: 'ms',
      entries: [{ label: 'key = 1', slots: [0n, 3n] }],
    },
  ]);
});

t.test('a map whose sizes are not those of the package is not read', async (t) => {
  const { kernel } = mapKernel(16);
  t.throws(() => sampleMap(layoutOf(number, number), settings).open(kernel, 5), {
    code: 'package-invalid',
    message: /keys of 4 and values of 16 bytes, not of 4 and 4/,
  });
});
