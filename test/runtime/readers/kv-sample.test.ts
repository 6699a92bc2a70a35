import t from 'tap';
import { eventType } from '../../../runtime/decode/event-type.js';
import { kvSample } from '../../../runtime/readers/kv-sample.js';
import { decodeBatch } from '../../fixtures/reading.js';
import { layoutOf } from '../../fixtures/kernel/map-layouts.js';
import { i32, text, typeOf, u16, u32, u64 } from '../../fixtures/shapes.js';

const number = eventType('u32', true, u32);
const words = (...values: number[]): Uint8Array => new Uint8Array(Uint32Array.from(values).buffer);

t.test('entries are records of key and value', async (t) => {
  const value = typeOf({ count: u32, name: text(4) });
  const { stream, toBatch } = kvSample(layoutOf(number, value));
  t.match(stream, { name: 'map', role: 'sample' });
  const values = Buffer.concat([words(7), Buffer.from('rm\0\0'), words(8), Buffer.from('node')]);
  const batch = toBatch({ keys: words(1, 2, 99), values, count: 2 }, 5);
  t.same(decodeBatch(batch), [
    { key: 1, value: { count: 7, name: 'rm' } },
    { key: 2, value: { count: 8, name: 'node' } },
  ]);
  t.equal(batch.time, 5);
});

t.test('whole numbers of all processors are added up, beyond their own size', async (t) => {
  const { toBatch } = kvSample(layoutOf(number, number, { cpus: 2, stride: 8 }));
  t.same(decodeBatch(toBatch({ keys: words(1), values: words(0xffff_ffff, 0, 2, 0), count: 1 }, 0)), [
    { key: 1, value: 0x1_0000_0001n },
  ]);
  const signed = kvSample(layoutOf(number, eventType('s32', true, i32), { cpus: 2, stride: 8 }));
  t.same(
    decodeBatch(
      signed.toBatch({ keys: words(1), values: words(0xffff_ffff, 0, 0xffff_ffff, 0), count: 1 }, 0),
    ),
    [{ key: 1, value: -2n }],
  );
});

t.test('other values of processors stand in an array', async (t) => {
  const value = typeOf({ low: u16, high: u16 });
  const { stream, toBatch } = kvSample(layoutOf(eventType('u64', true, u64), value, { cpus: 2, stride: 8 }));
  t.match(stream.type.name, 'struct event[2]');
  t.same(decodeBatch(toBatch({ keys: words(1, 0), values: words(0x20001, 0, 0x40003, 0), count: 1 }, 0)), [
    {
      key: 1n,
      value: [
        { low: 1, high: 2 },
        { low: 3, high: 4 },
      ],
    },
  ]);
});
