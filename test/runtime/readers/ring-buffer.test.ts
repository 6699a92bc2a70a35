import t from 'tap';
import { emitRecords } from '../../../runtime/readers/emit-records.js';
import { openRingBuffer } from '../../../runtime/readers/ring-buffer.js';
import type { EventBatch, Stream } from '../../../runtime/readers/types.js';
import { collect, decodeBatch, stopsOf } from '../../fixtures/reading.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import { fakeRing } from '../../fixtures/kernel/fake-ring.js';
import { typeOf, u32 } from '../../fixtures/shapes.js';

const stream: Stream = { name: 'ring', role: 'event', type: typeOf({ number: u32 }) };

/** A ring buffer map of 4096 bytes at descriptor 5. */
function ringKernel() {
  const kernel = new FakeKernel();
  kernel.info.set(5, [27, 1, 0, 0, 4096]);
  kernel.descriptors.set(5, { what: 'map', path: 'ring' });
  const [consumer, rest] = [new ArrayBuffer(4096), new ArrayBuffer(4096 + 8192)];
  kernel.memory.set('5 0', consumer).set('5 4096', rest);
  const ring = fakeRing(4096, consumer, rest);
  const send = (number: number, state?: 'busy'): void => {
    ring.write(new Uint8Array(Uint32Array.of(number).buffer), state);
  };
  return { kernel, ring, send };
}

const numbersOf = (batch: EventBatch): unknown =>
  batch.kind === 'records' ? decodeBatch(batch).map((event) => event as unknown) : batch;

t.test('what is there, what comes while it is read, and what is left at the stop', async (t) => {
  const { kernel, ring, send } = ringKernel();
  using reader = openRingBuffer(kernel, 5, 'ring', emitRecords([stream]));
  const stops = stopsOf();
  send(1);
  send(2);
  setTimeout(() => {
    send(3);
    kernel.wake(5);
    setTimeout(() => {
      send(4);
      stops.stop();
    }, 20);
  }, 20);
  t.same(await collect(reader.read(stops), numbersOf), [
    [{ number: 1 }, { number: 2 }],
    [{ number: 3 }],
    [{ number: 4 }],
  ]);
  t.equal(stops.detached, 1);
  t.equal(ring.consumer[0], ring.producer[0]);
  t.same(kernel.watched, []);
});

t.test('the kernel gets the room back only when a batch was used', async (t) => {
  const { kernel, ring, send } = ringKernel();
  using reader = openRingBuffer(kernel, 5, 'ring', emitRecords([stream]));
  const stops = stopsOf();
  send(1);
  for await (const _ of reader.read(stops)) {
    t.equal(ring.consumer[0], 0n);
    stops.stop();
  }
  t.equal(ring.consumer[0], 16n);
});

t.test('a record that is written while the run stops is awaited', async (t) => {
  const { kernel, ring, send } = ringKernel();
  using reader = openRingBuffer(kernel, 5, 'ring', emitRecords([stream]));
  const stops = stopsOf();
  send(7, 'busy');
  stops.stop();
  setTimeout(() => (ring.headers[0] = 4), 10);
  t.same(await collect(reader.read(stops), numbersOf), [[{ number: 7 }]]);
});

t.test('a ring that makes no sense costs what was in it, and that is said', async (t) => {
  const { kernel, ring, send } = ringKernel();
  using reader = openRingBuffer(kernel, 5, 'ring', emitRecords([stream]));
  const stops = stopsOf();
  ring.producer[0] = 100_000n;
  stops.stop();
  t.same(await collect(reader.read(stops), numbersOf), [{ kind: 'lost', name: 'ring', count: undefined }]);
  t.equal(ring.consumer[0], 100_000n);
  send(1);
});

t.test('both parts are unmapped at the end, and the first when the second cannot be mapped', async (t) => {
  const { kernel } = ringKernel();
  openRingBuffer(kernel, 5, 'ring', emitRecords([stream]))[Symbol.dispose]();
  t.same(kernel.log.slice(-2), ['munmap 5 0', 'munmap 5 4096']);
  const mapMemory = kernel.mapMemory.bind(kernel);
  kernel.mapMemory = (fd, length, place) => {
    if (place.offset > 0) kernel.fail('mmap', 12);
    return mapMemory(fd, length, place);
  };
  t.throws(() => openRingBuffer(kernel, 5, 'ring', emitRecords([stream])), { message: /errno 12$/ });
  t.equal(kernel.log.at(-1), 'munmap 5 0');
});

t.test('the level of a ring is known where it is asked for', async (t) => {
  const { kernel, send } = ringKernel();
  using plain = openRingBuffer(kernel, 5, 'ring', emitRecords([stream]));
  t.equal(plain.level, undefined);
  using reader = openRingBuffer(kernel, 5, 'ring', emitRecords([stream]), { largest: 4 });
  const stops = stopsOf();
  for (let number = 0; number < 64; number++) send(number);
  stops.stop();
  await collect(reader.read(stops), numbersOf);
  t.same(reader.level?.(), { name: 'ring', part: 0.25, full: false });
});

t.test('a ring is full when the longest record that was seen finds no room', async (t) => {
  const { kernel, ring, send } = ringKernel();
  using reader = openRingBuffer(kernel, 5, 'ring', emitRecords([stream]), { largest: 4 });
  const stops = stopsOf();
  ring.write(new Uint8Array(2000));
  for (let number = 0; number < 64; number++) send(number);
  stops.stop();
  await collect(reader.read(stops), (batch) => batch.kind);
  t.match(reader.level?.(), { full: true });
});
