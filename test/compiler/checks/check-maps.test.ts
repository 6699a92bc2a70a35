import t from 'tap';
import { checkMaps } from '../../../compiler/checks/check-maps.js';
import { checkedOf, mapWith } from '../../fixtures/checked.js';

t.test('a map that the kernel would not make is told of at its member', async (t) => {
  const text = 'struct {\n\t__uint(type, BPF_MAP_TYPE_ARRAY);\n\t__type(key, u64);\n} opens SEC(".maps");\n';
  const [found, ...more] = checkMaps(checkedOf(text, { maps: [mapWith({ type: 2, keySize: 8 })] }));
  t.same(more, []);
  t.equal(String(found?.text), "map 'opens': the key of an array has 4 bytes, not 8");
  t.equal(String(found?.cure), 'write __type(key, u32);');
  t.match(found, { severity: 'error', location: { line: 3, column: 2 } });
});

t.test('a good map is not', async (t) => {
  t.same(checkMaps(checkedOf('', { maps: [mapWith({})] })), []);
});
