import t from 'tap';
import { BtfError } from '../../../core/btf/btf-error.js';
import { typeIdFinder } from '../../../core/btf/find-type-ids.js';
import { readBtf } from '../../../core/btf/read-btf.js';
import { readElf } from '../../../core/elf/read-elf.js';
import { objectBytes } from '../../fixtures/objects/load-object.js';

const bytes =
  readElf(objectBytes('choice')).sections.find(({ name }) => name === '.BTF')?.data ?? new Uint8Array();

t.test('finds what reading all types finds', async (t) => {
  const find = typeIdFinder(bytes);
  let count = 0;
  for (const type of readBtf(bytes).types) {
    if (type.kind !== 'func' && type.kind !== 'typedef' && type.kind !== 'struct') continue;
    if (type.name === '') continue;
    t.equal(find(type.kind, type.name), type.id, type.name);
    count++;
  }
  t.ok(count > 3);
});

t.test('a name of another kind, and one that is not there, have no id', async (t) => {
  const find = typeIdFinder(bytes);
  t.equal(find('struct', 'probe'), undefined);
  t.equal(find('func', 'no_such_function'), undefined);
});

t.test('a torn BTF is an error', async (t) => {
  t.throws(() => typeIdFinder(bytes.subarray(0, 20)), BtfError);
});
