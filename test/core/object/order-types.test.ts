import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { extendBtf } from '../../../core/btf/extend-btf.js';
import { readBtf } from '../../../core/btf/read-btf.js';
import { writeU32 } from '../../../core/bytes.js';
import { readElf } from '../../../core/elf/read-elf.js';
import { replaceSection } from '../../../core/elf/replace-section.js';
import { orderTypes } from '../../../core/object/order-types.js';
import { root } from '../../fixtures/project.js';

const object = readFileSync(join(root, 'test/fixtures/objects/unlink.bpf.o'));

/** The object with two forward declarations more; it has one, `audit_names`. */
function withForwards(one: string, other: string): Uint8Array {
  const elf = readElf(object);
  const section = elf.sections.find(({ name }) => name === '.BTF');
  if (!section) throw new Error('the fixture has BTF');
  const { stringsSize } = readBtf(section.data);
  const types = new Uint8Array(24);
  [stringsSize, stringsSize + one.length + 1].forEach((name, index) => {
    writeU32(types, index * 12, name, true);
    // BTF_KIND_FWD.
    writeU32(types, index * 12 + 4, 7 << 24, true);
  });
  const btf = extendBtf(section.data, { types, text: `${one}\0${other}` });
  return replaceSection(object, elf, section, btf);
}

t.test('two objects that differ by the order of forward declarations are the same', (t) => {
  const given = withForwards('zebra', 'yak');
  const copy = Uint8Array.from(given);
  t.ok(Buffer.from(orderTypes(given)).equals(withForwards('yak', 'zebra')));
  t.ok(Buffer.from(given).equals(copy), 'the given bytes stay');
  t.end();
});

t.test('what clang 14 writes stays as it is, and so does an object without types', (t) => {
  for (const name of ['unlink', 'types', 'network', 'types.be', 'no-debug']) {
    const bytes = readFileSync(join(root, `test/fixtures/objects/${name}.bpf.o`));
    t.ok(Buffer.from(orderTypes(bytes)).equals(bytes), name);
  }
  t.end();
});

t.test('what is no object is refused', (t) => {
  t.throws(() => orderTypes(new Uint8Array(100)), { code: 'package-invalid' });
  t.end();
});
