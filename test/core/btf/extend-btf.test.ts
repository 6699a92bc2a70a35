import t from 'tap';
import { extendBtf } from '../../../core/btf/extend-btf.js';
import { readBtf } from '../../../core/btf/read-btf.js';
import { buildBtf, rawInt } from '../../fixtures/objects/build-btf.js';

t.test('what is there keeps its ids, what is added comes behind, in either byte order', async (t) => {
  for (const littleEndian of [true, false]) {
    const bytes = buildBtf([rawInt], { littleEndian });
    const before = readBtf(bytes);
    const pointer = new DataView(new ArrayBuffer(12));
    pointer.setUint32(0, before.stringsSize, littleEndian);
    pointer.setUint32(4, 8 << 24, littleEndian);
    pointer.setUint32(8, 1, littleEndian);
    const after = readBtf(extendBtf(bytes, { types: new Uint8Array(pointer.buffer), text: 'added' }));
    t.same(after.types, [...before.types, { kind: 'typedef', id: 2, name: 'added', typeId: 1 }]);
    t.equal(after.stringsSize, before.stringsSize + 'added\0'.length);
  }
});

t.test('with nothing added it says the same', async (t) => {
  const bytes = buildBtf([rawInt]);
  t.same(extendBtf(bytes, {}), bytes);
});
