import t from 'tap';
import { readBtf } from '../../../core/btf/read-btf.js';
import { readObject } from '../../../core/object/read-object.js';
import { formatsOf } from '../../../core/package/type-formats.js';
import { typeIdOf } from '../../fixtures/kernel/source-context.js';
import { objectBytes } from '../../fixtures/objects/load-object.js';

const { btf = readBtf(new Uint8Array()) } = readObject(objectBytes('buffers'));
const facts = {
  event: { members: { took: { format: 'ns' }, inside: { format: 'hex' }, 'from.port': { format: 'hex' } } },
  address_t: {
    members: {
      host: { format: 'ipv4' },
      port: { format: 'port_be' },
      state: { format: 'state', enum_type_id: 73 },
    },
  },
};

t.test(
  'formats go by dotted path, those of structs in it too; the outer type has the last word',
  async (t) => {
    t.same(
      Object.fromEntries(formatsOf(btf, typeIdOf('event'), facts)),
      Object.fromEntries([
        ['from.host', 'ipv4'],
        ['from.port', 'hex'],
        ['from.state', 'enum state'],
        ['inside', 'hex'],
        ['others.host', 'ipv4'],
        ['others.port', 'port_be'],
        ['others.state', 'enum state'],
        ['took', 'ns'],
      ]),
    );
  },
);

t.test('a struct without a name goes by its typedef, or by the name it is given', async (t) => {
  const typedef = typeIdOf('address_t');
  const type = btf.types[typedef];
  const struct = type?.kind === 'typedef' ? type.typeId : 0;
  t.equal(formatsOf(btf, typedef, facts).get('host'), 'ipv4');
  t.equal(formatsOf(btf, struct, facts).size, 0);
  t.equal(formatsOf(btf, struct, facts, 'address_t').get('host'), 'ipv4');
  t.equal(formatsOf(btf, typedef).size, 0);
});
