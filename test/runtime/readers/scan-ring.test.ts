import fc from 'fast-check';
import t from 'tap';
import { recordList } from '../../../runtime/readers/record-list.js';
import { releaseRecords, scanRing, wasFull, type Ring } from '../../../runtime/readers/scan-ring.js';
import { fakeRing, type FakeRing } from '../../fixtures/kernel/fake-ring.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The records that a scan found, as text; they are given back. */
function take(ring: FakeRing, size = 100): string[] {
  const records = recordList(size);
  const scan = scanRing(ring, records);
  const texts = Array.from({ length: records.count }, (_, index) => {
    const at = records.offsets[index] ?? 0;
    return Buffer.from(ring.data.subarray(at, at + (records.lengths[index] ?? 0))).toString();
  });
  releaseRecords(ring, scan.bytes);
  return texts;
}

t.test('records come in their order, without the discarded ones', async (t) => {
  const ring = fakeRing(4096);
  t.same(take(ring), []);
  ring.write(bytes('first'));
  ring.write(bytes('not this'), 'discarded');
  ring.write(bytes(''));
  ring.write(bytes('last'));
  t.same(take(ring), ['first', '', 'last']);
  t.equal(ring.consumer[0], ring.producer[0]);
});

t.test('a record that is still written holds those behind it up', async (t) => {
  const ring = fakeRing(4096);
  ring.write(bytes('first'));
  const at = Number(ring.producer[0]);
  ring.write(bytes('slow'), 'busy');
  ring.write(bytes('last'));
  t.match(scanRing(ring, recordList()), { busy: true, broken: false, bytes: 16 });
  t.same(take(ring), ['first']);
  ring.headers[at / 4] = 4;
  t.same(take(ring), ['slow', 'last']);
});

t.test('a record that goes over the end of the ring is in one piece', async (t) => {
  const ring = fakeRing(64);
  for (let round = 0; round < 50; round++) {
    ring.write(bytes(`round ${round} of many`));
    t.same(take(ring), [`round ${round} of many`]);
  }
});

t.test('a batch ends when the list is full', async (t) => {
  const ring = fakeRing(4096);
  for (const text of ['a', 'b', 'c']) ring.write(bytes(text));
  t.same(take(ring, 2), ['a', 'b']);
  t.same(take(ring, 2), ['c']);
});

t.test('a batch ends after a megabyte, so that the kernel gets room', async (t) => {
  const ring = fakeRing(1 << 22);
  const record = new Uint8Array(300_000);
  for (let index = 0; index < 9; index++) ring.write(record);
  const records = recordList();
  scanRing(ring, records);
  t.equal(records.count, 4);
});

t.test('a ring that makes no sense is given up, and read on from its end', async (t) => {
  const ring = fakeRing(64);
  ring.write(bytes('good'));
  ring.write(new Uint8Array(8));
  ring.headers[16 / 4] = 1000;
  const records = recordList();
  const scan = scanRing(ring, records);
  t.same([scan.broken, scan.bytes, records.count], [true, 32, 1]);
  ring.producer[0] = 1000n;
  t.match(scanRing(ring, records), { broken: true, bytes: 1000 });
  ring.producer[0] = 0n;
  ring.consumer[0] = 8n;
  t.match(scanRing(ring, records), { broken: true, bytes: 0 });
});

t.test('whatever stands in the memory, no record lies outside of it', async (t) => {
  const words = fc.uint8Array({ minLength: 128, maxLength: 128 });
  t.doesNotThrow(() =>
    fc.assert(
      fc.property(words, fc.bigInt(0n, 300n), fc.bigInt(0n, 300n), (once, from, to) => {
        const ring: Ring = fakeRing(128);
        const { headers } = ring;
        new Uint8Array(headers.buffer, headers.byteOffset, 256).set([...once, ...once]);
        ring.consumer[0] = from;
        ring.producer[0] = to;
        const records = recordList();
        const { bytes: used } = scanRing(ring, records);
        for (let index = 0; index < records.count; index++) {
          const end = (records.offsets[index] ?? 0) + (records.lengths[index] ?? 0);
          if (end > 256) throw new Error(`record ${index} ends at ${end}`);
        }
        if (used < 0 || used > Math.max(0, Number(to - from)))
          throw new Error(`${used} bytes are given back`);
      }),
    ),
  );
});

t.test('the most that was in use is known, and whether a record may have found no room', async (t) => {
  const ring = fakeRing(64);
  take(ring);
  t.equal(ring.mostUsed, 0);
  ring.write(bytes('12345678'));
  ring.write(bytes('12345678'));
  const scan = scanRing(ring, recordList());
  ring.write(bytes('12345678'));
  releaseRecords(ring, scan.bytes);
  t.equal(ring.mostUsed, 48, 'what came while the batch was used counts, too');
  take(ring);
  t.equal(ring.mostUsed, 48, 'it does not sink');
  t.ok(wasFull(ring, 8), 'a fourth one would have filled the last byte, which stays free');
  t.notOk(wasFull(ring, 0));
  t.ok(wasFull(fakeRing(64), 100), 'a record that is larger than the ring never finds room');
});

t.test('the longest record is known, also one that was discarded, and it does not sink', async (t) => {
  const ring = fakeRing(4096);
  ring.write(bytes('first'));
  take(ring);
  t.equal(ring.longest, 5);
  ring.write(bytes('thrown away'), 'discarded');
  ring.write(bytes('last'));
  t.same(take(ring), ['last']);
  t.equal(ring.longest, 11);
});
