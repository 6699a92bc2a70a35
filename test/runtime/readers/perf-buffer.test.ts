import t from 'tap';
import { emitRecords } from '../../../runtime/readers/emit-records.js';
import { openPerfBuffer } from '../../../runtime/readers/perf-buffer.js';
import type { EventBatch, Stream } from '../../../runtime/readers/types.js';
import { collect, decodeBatch, stopsOf } from '../../fixtures/reading.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import { fakePerfRing } from '../../fixtures/kernel/fake-perf-ring.js';
import { text, typeOf } from '../../fixtures/shapes.js';

const stream: Stream = { name: 'perf', role: 'event', type: typeOf({ word: text(12, 'cut') }) };
const ringBytes = 65 * 4096;

/** Two processors; their rings are at descriptors 100 and 101. */
function perfKernel() {
  const kernel = new FakeKernel({ files: { '/sys/devices/system/cpu/online': '0-1\n' } });
  kernel.maps.add(5, { keySize: 4, valueSize: 4, batches: true, entries: new Map() });
  const rings = [100, 101].map((fd) => {
    const memory = new ArrayBuffer(ringBytes);
    kernel.memory.set(`${fd} 0`, memory);
    return fakePerfRing(ringBytes - 4096, memory);
  });
  return { kernel, rings };
}

const show = (batch: EventBatch): unknown =>
  batch.kind === 'records' ? decodeBatch(batch).map((event) => (event as { word: string }).word) : batch;

t.test('the rings of all processors are read, each in its order', async (t) => {
  const { kernel, rings } = perfKernel();
  using reader = openPerfBuffer(kernel, 5, 'perf', emitRecords([stream]));
  t.ok(kernel.log.includes('ioctl 100 2400 0') && kernel.log.includes('ioctl 101 2400 0'));
  const stops = stopsOf();
  rings[0]?.sample('a1');
  rings[0]?.sample('a2');
  rings[1]?.sample('b1');
  setTimeout(() => {
    rings[1]?.sample('b2');
    kernel.wake(101);
    setTimeout(stops.stop, 60);
  }, 10);
  t.same(await collect(reader.read(stops), show), [['a1', 'a2'], ['b1'], ['b2']]);
  t.equal(stops.detached, 1);
  t.same(kernel.watched, []);
});

t.test('what is too little to wake us is looked for, and what is left at the stop is read', async (t) => {
  const { kernel, rings } = perfKernel();
  using reader = openPerfBuffer(kernel, 5, 'perf', emitRecords([stream]));
  const stops = stopsOf();
  setTimeout(() => rings[0]?.sample('quiet'), 5);
  const seen: unknown[] = [];
  for await (const batch of reader.read(stops)) {
    seen.push(show(batch));
    if (seen.length === 1) {
      rings[1]?.sample('last');
      stops.stop();
    }
  }
  t.same(seen, [['quiet'], ['last']]);
});

t.test('a processor that came back has a ring again, and what found none may be lost', async (t) => {
  for (const counted of [false, true]) {
    const { kernel, rings } = perfKernel();
    const again = new ArrayBuffer(ringBytes);
    kernel.memory.set('102 0', again);
    const online = (list: string) => kernel.addFile('/sys/devices/system/cpu/online', list);
    using reader = openPerfBuffer(
      kernel,
      5,
      'perf',
      emitRecords([stream]),
      counted ? { countFull: () => 0 } : {},
    );
    const stops = stopsOf();
    rings[1]?.sample('before');
    const seen: unknown[] = [];
    online('0\n');
    kernel.deadEvents.add(101);
    const back = setTimeout(() => online('0-1\n'), 300);
    const look = setInterval(() => {
      if (!kernel.log.includes('ioctl 102 2400 0')) return;
      clearInterval(look);
      fakePerfRing(ringBytes - 4096, again).sample('after');
    }, 10);
    for await (const batch of reader.read(stops)) {
      seen.push(show(batch));
      if (batch.kind === 'records' && seen.length > 1) stops.stop();
    }
    clearTimeout(back);
    const unknown = { kind: 'lost', name: 'perf', count: undefined, cpu: 1 };
    t.same(seen, [['before'], ...(counted ? [] : [unknown]), ['after']]);
    t.ok(kernel.log.includes('close 101'), 'the old ring is closed');
    t.same(kernel.watched, []);
  }
});

t.test('lost ones are told with their processor, at the end those nobody has told of', async (t) => {
  const { kernel, rings } = perfKernel();
  using reader = openPerfBuffer(kernel, 5, 'perf', emitRecords([stream]));
  const stops = stopsOf();
  rings[1]?.lose(3);
  rings[1]?.sample('after');
  kernel.read = (fd, into) => {
    new DataView(into.buffer).setBigUint64(16, fd === 101 ? 5n : 0n, true);
    return 24;
  };
  stops.stop();
  t.same(await collect(reader.read(stops), show), [
    { kind: 'lost', name: 'perf', count: 3, cpu: 1 },
    ['after'],
    { kind: 'lost', name: 'perf', count: 2, cpu: 1 },
  ]);
});

t.test(
  'a ring is as large as it may be, a processor that went is left out, and everything is closed',
  async (t) => {
    const { kernel } = perfKernel();
    const mapMemory = kernel.mapMemory.bind(kernel);
    const perfEventOpen = kernel.perfEventOpen.bind(kernel);
    const asked: number[] = [];
    kernel.mapMemory = (fd, length, place) => {
      asked.push(length / 4096);
      if (length > 17 * 4096) kernel.fail('mmap', 1);
      else kernel.fail('mmap', 0);
      if (length > 17 * 4096) return mapMemory(fd, length, place);
      return { buffer: new ArrayBuffer(length), unmap: () => void kernel.log.push('unmapped') };
    };
    kernel.perfEventOpen = (attributes, pid, cpu) => {
      if (cpu === 1) kernel.fail('perf_event_open', 19);
      return perfEventOpen(attributes, pid, cpu);
    };
    openPerfBuffer(kernel, 5, 'perf', emitRecords([stream]))[Symbol.dispose]();
    t.same(asked, [65, 33, 17]);
    t.equal(kernel.log.filter((line) => line === 'unmapped').length, 1);
    t.same(kernel.openDescriptors, []);
  },
);

t.test('what fails in the middle closes what was opened', async (t) => {
  const { kernel } = perfKernel();
  kernel.fail('ioctl 2400', 22);
  t.throws(() => openPerfBuffer(kernel, 5, 'perf', emitRecords([stream])), { message: /errno 22$/ });
  t.same(kernel.openDescriptors, []);
});

t.test('where the kernel does not count, the last lost ones are what the programs counted', async (t) => {
  const { kernel, rings } = perfKernel();
  using reader = openPerfBuffer(kernel, 5, 'perf', emitRecords([stream]), { countFull: () => 9 });
  const stops = stopsOf();
  rings[1]?.lose(3);
  rings[1]?.sample('after');
  kernel.read = () => 16;
  stops.stop();
  t.same(await collect(reader.read(stops), show), [
    { kind: 'lost', name: 'perf', count: 3, cpu: 1 },
    ['after'],
    { kind: 'lost', name: 'perf', count: 6 },
  ]);
});

t.test('what the kernel counts is not told again by what the programs counted', async (t) => {
  const { kernel } = perfKernel();
  using reader = openPerfBuffer(kernel, 5, 'perf', emitRecords([stream]), { countFull: () => 4 });
  kernel.read = (fd, into) => {
    new DataView(into.buffer).setBigUint64(16, fd === 100 ? 4n : 0n, true);
    return 24;
  };
  const stops = stopsOf();
  stops.stop();
  t.same(await collect(reader.read(stops), show), [{ kind: 'lost', name: 'perf', count: 4, cpu: 0 }]);
});

t.test('rings have the wished size, in whole powers of two of pages, and what differs is said', async (t) => {
  const { kernel } = perfKernel();
  const asked: number[] = [];
  let most = Infinity;
  const mapMemory = kernel.mapMemory.bind(kernel);
  kernel.mapMemory = (fd, length, place) => {
    asked.push(length / 4096 - 1);
    kernel.fail('mmap', length > most ? 1 : 0);
    if (length > most) return mapMemory(fd, length, place);
    return { buffer: new ArrayBuffer(length), unmap: () => {} };
  };
  const notesFor = (size: number): string[] => {
    using reader = openPerfBuffer(kernel, 5, 'perf', emitRecords([stream]), { size });
    return (reader.notes ?? []).map(String);
  };
  t.same(notesFor(8192), []);
  t.same(notesFor(1), ["map 'perf': 1 bytes rounded up to 4096, a power of two and whole pages"]);
  t.same(notesFor(9000), ["map 'perf': 9000 bytes rounded up to 16384, a power of two and whole pages"]);
  t.same(asked, [2, 2, 1, 1, 4, 4]);
  most = 3 * 4096;
  t.match(notesFor(16384), [/^map 'perf': its rings have 8192 bytes instead of 16384: .*mlock/]);
});
