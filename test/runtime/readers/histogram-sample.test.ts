import t from 'tap';
import { eventType } from '../../../runtime/decode/event-type.js';
import { histogramSample } from '../../../runtime/readers/histogram-sample.js';
import { layoutOf } from '../../fixtures/kernel/map-layouts.js';
import { array, text, typeOf, u32, u64 } from '../../fixtures/shapes.js';

const number = eventType('u32', true, u32);
const slots = eventType('u32[3]', true, array(u32, 3));
const words = (...values: number[]): Uint8Array => new Uint8Array(Uint32Array.from(values).buffer);

t.test('an array in the value is a histogram; key and the rest tell it from others', async (t) => {
  const value = typeOf({ slots: array(u32, 3), comm: text(4), others: array(u32, 1) });
  const sample = histogramSample(layoutOf(number, value));
  const values = Buffer.concat([
    words(1, 0, 5),
    Buffer.from('rm\0\0'),
    words(9),
    words(0, 0, 0),
    Buffer.from('none'),
    words(1),
  ]);
  sample.add({ keys: words(7, 8), values, count: 2 });
  t.same(sample.take(), [{ label: 'key = 7, comm = rm, others = [9]', slots: [1n, 0n, 5n] }]);
  t.same(sample.take(), [], 'each is taken once');
});

t.test('key fields are named, and the sole entry of an array needs no name', async (t) => {
  const key = typeOf({ pid: u32, cpu: u32 });
  const named = histogramSample(layoutOf(key, slots));
  named.add({ keys: words(3, 4), values: words(0, 2, 0), count: 1 });
  t.same(named.take(), [{ label: 'pid = 3, cpu = 4', slots: [0n, 2n, 0n] }]);
  const sole = histogramSample(layoutOf(number, slots, { isArray: true, maxEntries: 1 }));
  sole.add({ keys: words(0), values: words(0, 2, 0), count: 1 });
  t.same(sole.take(), [{ label: '', slots: [0n, 2n, 0n] }]);
});

t.test('slots of all processors are added up', async (t) => {
  const sample = histogramSample(layoutOf(number, slots, { cpus: 2, stride: 16 }));
  sample.add({ keys: words(1), values: words(1, 2, 3, 0, 10, 20, 30, 0), count: 1 });
  t.same(sample.take(), [{ label: 'key = 1', slots: [11n, 22n, 33n] }]);
});

t.test('numbers in an array map are the slots of one histogram, in whatever chunks they come', async (t) => {
  const value = eventType('u64', true, u64);
  const sample = histogramSample(layoutOf(number, value, { isArray: true, maxEntries: 3 }));
  sample.add({ keys: words(0, 1), values: words(0, 0, 4, 0), count: 2 });
  sample.add({ keys: words(2), values: words(6, 0), count: 1 });
  t.same(sample.take(), [{ label: '', slots: [0n, 4n, 6n] }]);
  t.same(sample.take(), []);
});

t.test('a map that holds no histogram is refused', async (t) => {
  const cases = [
    layoutOf(number, number),
    layoutOf(number, typeOf({ a: array(u32, 2), b: array(u32, 2) })),
    layoutOf(number, eventType('text', true, text(4))),
    layoutOf(number, number, { isArray: true, maxEntries: 1 << 20 }),
  ];
  for (const layout of cases)
    t.throws(() => histogramSample(layout), { code: 'package-invalid', message: /holds no histogram/ });
});
