import t from 'tap';
import { readBtf } from '../../../core/btf/read-btf.js';
import { typeAt } from '../../../core/btf/type-at.js';
import { buildBtf, rawInt } from '../../fixtures/objects/build-btf.js';

t.test('gives the type of an id, and refuses unknown ones', async (t) => {
  const btf = readBtf(buildBtf([rawInt]));
  t.match(typeAt(btf, 1), { kind: 'int' });
  t.throws(() => typeAt(btf, 2), { name: 'BtfError', message: 'read BTF: no type 2, there are 2' });
  t.throws(() => typeAt(btf, -1), { name: 'BtfError' });
});
