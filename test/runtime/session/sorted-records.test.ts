import fc from 'fast-check';
import t from 'tap';
import { SortedRecords } from '../../../runtime/session/sorted-records.js';

const bytes = (length = 1): Uint8Array => new Uint8Array(length);

t.test('the first of an order are kept, whatever comes; equal ones as they came', async () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 60 }),
      fc.integer({ min: 1, max: 8 }),
      fc.boolean(),
      (keys, count, descending) => {
        const records = new SortedRecords(descending, { records: count, bytes: 1000 });
        keys.forEach((key, time) => records.add(key, bytes(), time));
        const expected = keys
          .map((key, time) => ({ key, time }))
          .toSorted((a, b) => (descending ? b.key - a.key : a.key - b.key))
          .slice(0, count);
        const kept = records.take().map(({ key, time }) => ({ key, time }));
        if (JSON.stringify(kept) !== JSON.stringify(expected)) throw new Error(JSON.stringify(kept));
        return records.left === keys.length - kept.length;
      },
    ),
  );
});

t.test('bytes are copied', async (t) => {
  const memory = Uint8Array.of(1);
  const records = new SortedRecords(false, { records: 5, bytes: 100 });
  records.add(1n, memory, 0);
  memory[0] = 2;
  t.same([...(records.take()[0]?.bytes ?? [])], [1]);
});

t.test('the bytes have a bound too, and the last give way', async (t) => {
  const records = new SortedRecords(false, { records: 1000, bytes: 100 });
  for (let key = 0; key < 50; key++) records.add(key, bytes(10), key);
  const kept = records.take();
  t.equal(kept.length, 10);
  t.same(kept.at(-1)?.key, 9);
  t.equal(records.left, 40);
});
