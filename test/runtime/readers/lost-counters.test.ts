import t from 'tap';
import { lostSection, readLostCounters } from '../../../core/object/lost-counters.js';
import { readObject } from '../../../core/object/read-object.js';
import { lostCounters } from '../../../runtime/readers/lost-counters.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import { objectBytes } from '../../fixtures/objects/load-object.js';
import { collect, stopsOf } from '../../fixtures/reading.js';

const object = readObject(objectBytes('lost'));
const maps = [{ name: lostSection, fd: 5, definition: undefined }];

/** A kernel that has the counters' map, and what counts in it as a call to `buffer` would. */
function counting() {
  const counters = lostCounters(object);
  if (!counters) throw new Error('the object has counters');
  const kernel = new FakeKernel();
  const size = object.dataSections.find(({ name }) => name === lostSection)?.size ?? 0;
  const value = new Uint8Array(size);
  kernel.maps.add(5, { keySize: 4, valueSize: size, batches: true, entries: new Map([['00000000', value]]) });
  const view = new DataView(value.buffer);
  const add = (buffer: string, which: 'count' | 'full', number: bigint, call = 0): void => {
    const at = readLostCounters(object).filter((each) => each.buffer === buffer)[call]?.[which] ?? -1;
    view.setBigUint64(at, view.getBigUint64(at, true) + number, true);
  };
  return { counters, kernel, add };
}

t.test('what is counted while programs run is told, and at the end the rest', async (t) => {
  const { counters, kernel, add } = counting();
  using reader = counters.open(kernel, maps);
  const stops = stopsOf();
  add('events', 'count', 3n);
  add('samples', 'count', 1n, 0);
  add('samples', 'count', 1n, 1);
  const seen: unknown[] = [];
  for await (const batch of reader.read(stops)) {
    seen.push(batch);
    if (seen.length === 2) {
      add('events', 'count', 4n);
      stops.stop();
    }
  }
  t.same(
    new Set(seen.slice(0, 2).map((batch) => JSON.stringify(batch))),
    new Set(['{"kind":"lost","name":"events","count":3}', '{"kind":"lost","name":"samples","count":2}']),
  );
  t.same(seen.slice(2), [{ kind: 'lost', name: 'events', count: 4 }]);
  t.equal(stops.detached, 1);
});

t.test('perf records that found no room are a number apart', async (t) => {
  const { counters, kernel, add } = counting();
  using reader = counters.open(kernel, maps);
  add('samples', 'full', 5n);
  add('samples', 'full', 6n, 1);
  const stops = stopsOf();
  stops.stop();
  t.same(await collect(reader.read(stops), (batch) => batch), []);
  t.equal(counters.countFull(kernel, maps, 'samples'), 11);
  t.equal(counters.countFull(kernel, maps, 'events'), 0);
});

t.test('the buffers that are counted are known, and an object without the header has none', async (t) => {
  t.same([...(lostCounters(object)?.buffers ?? [])].toSorted(), ['chosen', 'events', 'others', 'samples']);
  t.equal(lostCounters(readObject(objectBytes('buffers'))), undefined);
});

t.test('where no program that counts was loaded nothing was lost', async (t) => {
  const { counters, kernel } = counting();
  t.equal(counters.countFull(kernel, [], 'samples'), 0);
});
