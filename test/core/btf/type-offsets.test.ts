import t from 'tap';
import { readBtf } from '../../../core/btf/read-btf.js';
import { readBtfHeader } from '../../../core/btf/read-header.js';
import { typeOffsets } from '../../../core/btf/type-offsets.js';
import { readObject } from '../../../core/object/read-object.js';
import { objectBytes } from '../../fixtures/objects/load-object.js';
import { buildBtf, rawInt } from '../../fixtures/objects/build-btf.js';

t.test('each type is where its number says', async (t) => {
  t.same(typeOffsets(buildBtf([rawInt, { kind: 'ptr', size: 1 }, rawInt])), [0, 24, 40, 52]);
});

t.test('of an object, the sizes of its sized types stand there', async (t) => {
  const section = readObject(objectBytes('types')).elf.sections.find(({ name }) => name === '.BTF');
  const bytes = section?.data ?? new Uint8Array();
  const offsets = typeOffsets(bytes);
  const { types } = readBtf(bytes);
  t.equal(offsets.length, types.length);
  const { littleEndian } = readBtfHeader(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const type of types) {
    if (!('size' in type)) continue;
    t.equal(view.getUint32((offsets[type.id] ?? 0) + 8, littleEndian), type.size, `type ${type.id}`);
  }
});
