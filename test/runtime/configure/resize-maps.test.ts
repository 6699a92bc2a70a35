import t from 'tap';
import { readObject } from '../../../core/object/read-object.js';
import { resizeMaps } from '../../../runtime/configure/resize-maps.js';
import { objectBytes } from '../../fixtures/objects/load-object.js';
import { inEnglish } from '../../fixtures/in-english.js';

const object = readObject(objectBytes('globals'));
const sizeOf = (map: string, bytes: Uint8Array) =>
  readObject(bytes).maps.find(({ name }) => name === map)?.maxEntries;

t.test('without wishes they are the very same bytes', async (t) => {
  t.equal(resizeMaps(object, []).object, object.elf.bytes);
  const set = object.elf.bytes.slice();
  t.equal(resizeMaps(object, [], set).object, set);
});

t.test('each map gets its size, of several wishes the last', async (t) => {
  const resized = resizeMaps(object, [
    { map: 'counts', size: 5 },
    { map: 'events', size: 8192 },
    { map: 'counts', size: 10 },
  ]);
  t.equal(sizeOf('counts', resized.object), 10);
  t.equal(sizeOf('events', resized.object), 8192);
  t.equal(sizeOf('inner', resized.object), 1);
  t.same(resized.notes, []);
});

t.test('a ring buffer is rounded up, which is said', async (t) => {
  for (const [size, rounded] of [
    [1, 4096],
    [4097, 8192],
    [1_000_000, 1_048_576],
  ] as const) {
    const resized = resizeMaps(object, [{ map: 'events', size }]);
    t.equal(sizeOf('events', resized.object), rounded);
    t.same(inEnglish(resized.notes), [
      `map 'events': ${size} bytes rounded up to ${rounded}, a power of two and whole pages`,
    ]);
  }
  t.throws(() => resizeMaps(object, [{ map: 'events', size: 2 ** 31 + 1 }]), { code: 'usage' });
});

t.test('a map that is not there is a usage error with the nearest', async (t) => {
  t.throws(() => resizeMaps(object, [{ map: 'count', size: 5 }]), {
    code: 'usage',
    message: "use --map-size count=5: the package has no map 'count'",
    cure: 'did you mean counts?',
  });
  t.throws(() => resizeMaps(object, [{ map: '.rodata', size: 5 }]), {
    code: 'usage',
    cure: /it has inner, outer, counts/,
  });
  t.throws(() => resizeMaps({ ...object, maps: [] }, [{ map: 'x', size: 5 }]), {
    code: 'usage',
    cure: 'it has none at all',
  });
});

t.test('a map whose size the kernel gives has none', async (t) => {
  const maps = object.maps.map((map) => ({ ...map, type: 29 }));
  t.throws(() => resizeMaps({ ...object, maps }, [{ map: 'counts', size: 5 }]), {
    code: 'usage',
    message: /no size of their own/,
  });
});
