import t from 'tap';
import { readObject } from '../../../core/object/read-object.js';
import { unpinMaps } from '../../../core/object/unpin-maps.js';
import { objectBytes } from '../../fixtures/objects/load-object.js';

t.test('a pinned map is one that is not, and nothing else changes', async (t) => {
  for (const name of ['buffers', 'buffers.be', 'globals']) {
    const object = readObject(objectBytes(name));
    const pinned = object.maps.filter(({ pinning }) => pinning === 1);
    t.equal(pinned.length, 1, name);
    const unpinned = unpinMaps(object);
    t.same(
      unpinned.maps,
      object.maps.map((map) => ({ ...map, pinning: 0 })),
    );
    t.equal(unpinned.elf.bytes.length, object.elf.bytes.length);
    t.same(objectBytes(name), object.elf.bytes, 'the given bytes stay as they are');
  }
});

t.test('an object without pinned maps is given back as it is', async (t) => {
  const object = readObject(objectBytes('unlink'));
  t.equal(unpinMaps(object), object);
});
