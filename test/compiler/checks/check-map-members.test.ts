import t from 'tap';
import { checkMapMembers } from '../../../compiler/checks/check-map-members.js';
import type { Btf } from '../../../core/btf/types.js';
import { checkedOf } from '../../fixtures/checked.js';

const btfOf = (...members: readonly string[]): Btf => ({
  littleEndian: true,
  stringsSize: 0,
  stringAt: () => '',
  types: [
    { kind: 'void', id: 0 },
    {
      kind: 'struct',
      id: 1,
      name: '',
      size: 8 * members.length,
      members: members.map((name) => ({ name, typeId: 0, bitOffset: 0, bitSize: 0 })),
    },
    { kind: 'var', id: 2, name: 'opens', typeId: 1, linkage: 'global' },
    { kind: 'datasec', id: 3, name: '.maps', size: 8, variables: [{ typeId: 2, offset: 0, size: 8 }] },
  ],
});

t.test('a member that libbpf does not know has its nearest named', async (t) => {
  const text = 'struct {\n\t__uint(max_entires, 64);\n} opens SEC(".maps");';
  const [found, ...more] = checkMapMembers(checkedOf(text, { btf: btfOf('type', 'max_entires') }));
  t.same(more, []);
  t.match(found, { severity: 'error', location: { line: 2, column: 2 } });
  t.equal(String(found?.cure), 'did you mean max_entries?');
  t.match(
    String(checkMapMembers(checkedOf(text, { btf: btfOf('colour') }))[0]?.cure),
    /^one of type, max_entries/,
  );
});

t.test('known ones are not told of', async (t) => {
  t.same(checkMapMembers(checkedOf('', { btf: btfOf('type', 'key', 'value', 'map_flags') })), []);
  t.same(checkMapMembers(checkedOf('')), []);
});
