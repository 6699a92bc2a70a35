import t from 'tap';
import { sourceOf } from '../../../runtime/decode/source.js';
import { describeAmbiguity, emitRecords } from '../../../runtime/readers/emit-records.js';
import type { RecordList, Stream } from '../../../runtime/readers/types.js';
import { array, text, typeOf, u32, u64, u8 } from '../../fixtures/shapes.js';

const small = typeOf({ a: u32 });
const large = typeOf({ a: u64, b: u64 });
const cut = typeOf({ a: u64, b: text(32, 'cut') });
const open = typeOf({ a: u64, b: array(u8, 0, 'rest') });
const streamsOf = (...types: readonly (typeof small)[]): Stream[] =>
  types.map((type, index) => ({ name: String(index), role: 'event', type }));
const source = sourceOf(new Uint8Array(512));
const listOf = (...lengths: number[]): RecordList => ({
  offsets: Uint32Array.from(lengths, (_, index) => index),
  lengths: Uint32Array.from(lengths),
  count: lengths.length,
});

function streamsFor(streams: readonly Stream[], ...lengths: number[]): string[] {
  const found: string[] = [];
  for (const batch of emitRecords(streams)(listOf(...lengths), source, 1)) {
    if (batch.kind !== 'records') continue;
    for (let index = 0; index < batch.count; index++) {
      found[batch.offsets[index] ?? 0] = batch.stream.name;
      t.equal(batch.lengths[index], lengths[batch.offsets[index] ?? 0]);
    }
  }
  return found;
}

t.test('all records of a sole type are one batch', async (t) => {
  const batches = [...emitRecords(streamsOf(small))(listOf(4, 9, 0), source, 7)];
  t.match(batches, [{ kind: 'records', count: 3, time: 7, stream: { name: '0' } }]);
  t.same([...emitRecords([])(listOf(4), source, 7)], []);
});

t.test('several types are told apart by their sizes, with the padding of perf buffers', async (t) => {
  t.same(streamsFor(streamsOf(small, large), 4, 4, 16, 4, 20, 16), ['0', '0', '1', '0', '1', '1']);
});

t.test('a record that is shorter or longer goes to the type that may be so, else to the first', async (t) => {
  t.same(streamsFor(streamsOf(large, cut), 16, 12, 40, 3), ['0', '1', '1', '0']);
  t.same(streamsFor(streamsOf(small, open), 100, 4), ['1', '0']);
});

t.test('types of one size are told', async (t) => {
  t.equal(describeAmbiguity('m', [small, large]), undefined);
  t.match(
    describeAmbiguity('m', [small, large, typeOf({ b: u32 })]),
    /^map 'm' carries struct event and struct event/,
  );
});
