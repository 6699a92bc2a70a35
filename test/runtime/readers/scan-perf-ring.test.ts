import fc from 'fast-check';
import t from 'tap';
import { recordList } from '../../../runtime/readers/record-list.js';
import { perfRing, releasePerfRecords, scanPerfRing } from '../../../runtime/readers/scan-perf-ring.js';
import { fakePerfRing } from '../../fixtures/kernel/fake-perf-ring.js';

/** What each look at the ring found, until it was empty: texts of records, and numbers of lost ones. */
function takeAll(memory: ArrayBuffer, size = 100): (string | number)[][] {
  const ring = perfRing(memory, 4096);
  const looks: (string | number)[][] = [];
  for (;;) {
    const records = recordList(size);
    const { source, bytes, lost, broken } = scanPerfRing(ring, records);
    if (bytes === 0) return looks;
    const texts = Array.from({ length: records.count }, (_, index) => {
      const at = records.offsets[index] ?? 0;
      return source.bytes.toString('latin1', at, at + (records.lengths[index] ?? 0)).replace(/\0+$/, '');
    });
    looks.push([...(lost > 0 ? [lost] : []), ...texts, ...(broken ? ['broken'] : [])]);
    releasePerfRecords(ring, bytes);
  }
}

t.test('samples come in their order, as many as the list takes', async (t) => {
  const { memory, sample } = fakePerfRing(4096);
  for (const text of ['first', 'second one', 'x']) sample(text);
  t.same(takeAll(memory, 2), [['first', 'second one'], ['x']]);
});

t.test('records of other types are passed over', async (t) => {
  const { memory, sample, write } = fakePerfRing(4096);
  sample('first');
  write(14, new Uint8Array(8));
  sample('last');
  t.same(takeAll(memory), [['first', 'last']]);
});

t.test('a sample in two pieces is joined, and comes alone', async (t) => {
  const { memory, sample } = fakePerfRing(128);
  const looks: (string | number)[][] = [];
  for (let round = 0; round < 10; round++) {
    sample(`round ${round}`);
    sample(`and number ${round}`);
    looks.push(...takeAll(memory));
  }
  t.same(
    looks.flat(),
    Array.from({ length: 10 }, (_, round) => [`round ${round}`, `and number ${round}`]).flat(),
  );
  t.ok(looks.some((look) => look.length === 1));
});

t.test('lost ones are counted where they were lost', async (t) => {
  const { memory, sample, lose } = fakePerfRing(4096);
  sample('before');
  lose(7);
  sample('after');
  t.same(takeAll(memory), [['before'], [7], ['after']]);
});

t.test('a ring that makes no sense is given up', async (t) => {
  const { memory, sample } = fakePerfRing(4096);
  sample('first');
  sample('second');
  new Uint16Array(memory, 4096 + 24 + 6, 1)[0] = 12;
  t.same(takeAll(memory), [['first', 'broken']]);
  new BigUint64Array(memory, 1024, 1)[0] = 1n << 20n;
  t.same(takeAll(memory), [['broken']]);
});

t.test('whatever stands in the memory, no record lies outside of it', async (t) => {
  t.doesNotThrow(() =>
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 128, maxLength: 128 }),
        fc.nat(64),
        fc.nat(64),
        (data, from, to) => {
          const { memory } = fakePerfRing(128);
          new Uint8Array(memory, 4096).set(data);
          const ring = perfRing(memory, 4096);
          ring.tail[0] = BigInt(from * 8);
          ring.head[0] = BigInt(to * 8);
          const records = recordList();
          const { source } = scanPerfRing(ring, records);
          for (let index = 0; index < records.count; index++) {
            const end = (records.offsets[index] ?? 0) + (records.lengths[index] ?? 0);
            if (end > source.bytes.length && records.lengths[index] !== 0)
              throw new Error(`record ${index} ends at ${end}`);
          }
        },
      ),
    ),
  );
});
