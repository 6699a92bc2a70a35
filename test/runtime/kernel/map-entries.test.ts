import t from 'tap';
import { readEntries, type OpenMap } from '../../../runtime/kernel/map-entries.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import type { FakeMap } from '../../fixtures/kernel/fake-maps.js';

const hash = 1;
const array = 2;

function openMap(type: number, size: number, more: Partial<FakeMap> = {}) {
  const kernel = new FakeKernel();
  const entries = new Map(
    Array.from({ length: size }, (_, index): [string, Uint8Array] => {
      const key = Buffer.alloc(4);
      key.writeUInt32LE(index);
      return [key.toString('hex'), Uint8Array.of(index & 0xff, 1)];
    }),
  );
  kernel.maps.add(5, { keySize: 4, valueSize: 2, batches: true, entries, ...more });
  const info = { type, id: 1, keySize: 4, valueSize: 2, maxEntries: 4096, flags: 0, kernelValueType: 0 };
  const map = { kernel, fd: 5, info, valueBytes: 2 } satisfies OpenMap;
  return { map, entries };
}

/** Each chunk is used before the next is asked for: they may share their memory. */
function read(map: OpenMap, clear = false): number[] {
  const found: number[] = [];
  for (const { keys, values, count } of readEntries(map, clear)) {
    const view = new DataView(keys.buffer);
    for (let index = 0; index < count; index++) {
      const key = view.getUint32(index * 4, true);
      if (values[index * 2] !== (key & 0xff)) throw new Error(`the value of ${key} is another's`);
      found.push(key);
    }
  }
  return found;
}

const upTo = (size: number): number[] => Array.from({ length: size }, (_, index) => index);

t.test('every entry comes once, by batches and key by key', async (t) => {
  for (const size of [0, 1, 1024, 2500]) {
    t.same(read(openMap(hash, size).map), upTo(size), `${size} by batches`);
    t.same(read(openMap(hash, size, { batches: false }).map), upTo(size), `${size} by keys`);
  }
});

t.test('a bucket that is larger than a batch is asked for again with more room', async (t) => {
  t.same(read(openMap(hash, 1500, { bucket: 1500 }).map), upTo(1500));
});

t.test('clearing deletes what was read', async (t) => {
  for (const batches of [true, false]) {
    const { map, entries } = openMap(hash, 1500, { batches });
    t.same(read(map, true), upTo(1500));
    t.equal(entries.size, 0);
  }
});

t.test('the entries of an array cannot be deleted, so they are set to zero', async (t) => {
  for (const batches of [true, false]) {
    const { map, entries } = openMap(array, 3, { batches });
    t.same(read(map, true), upTo(3));
    t.same(
      [...entries.values()].map((value) => [...value]),
      [
        [0, 0],
        [0, 0],
        [0, 0],
      ],
    );
  }
});

t.test('a key that goes while the map is walked is left out, and no other comes twice', async (t) => {
  const { map, entries } = openMap(hash, 5, { batches: false });
  const { kernel } = map;
  const bpf = kernel.bpf.bind(kernel);
  let steps = 0;
  kernel.bpf = (command, attributes) => {
    // The key we stand on is deleted: the kernel begins anew.
    if (command === 4 && ++steps === 3) entries.delete('01000000');
    if (command === 1) entries.delete('04000000');
    return bpf(command, attributes);
  };
  t.same(read(map), [0, 2, 3]);
});

t.test('large values are read a few at a time', async (t) => {
  const { map } = openMap(hash, 5);
  const large = { ...map, info: { ...map.info, valueSize: 1 << 23 }, valueBytes: 1 << 23 };
  t.same(
    [...readEntries(large, false)].map(({ count }) => count),
    [1, 1, 1, 1, 1],
  );
  const { map: crowded } = openMap(hash, 5, { bucket: 5 });
  t.throws(() => [...readEntries({ ...crowded, valueBytes: 1 << 27 }, false)], { message: /too large/ });
});

t.test('a failure in the middle is thrown', async (t) => {
  const { map } = openMap(hash, 2000);
  const rest = readEntries(map, false);
  rest.next();
  map.kernel.fail('bpf command 24', 14);
  t.throws(() => rest.next(), { message: /errno 14$/ });
});
