import t from 'tap';
import { readBtf } from '../../../core/btf/read-btf.js';
import { typeName } from '../../../core/btf/type-name.js';
import { readMaps } from '../../../core/object/read-maps.js';
import { readObject } from '../../../core/object/read-object.js';
import { buildBtf, rawInt, type RawType } from '../../fixtures/objects/build-btf.js';
import { objectBytes } from '../../fixtures/objects/load-object.js';

t.test('reads the definitions that clang writes', async (t) => {
  const { btf, maps } = readObject(objectBytes('globals'));
  const map = (name: string) => maps.find((each) => each.name === name);
  t.match(map('counts'), { type: 1, keySize: 20, valueSize: 8, maxEntries: 1024, flags: 1, pinning: 0 });
  t.match(map('events'), { type: 27, keySize: 0, valueSize: 0, maxEntries: 262144, keyTypeId: undefined });
  t.match(map('perf'), { type: 4, keySize: 4, valueSize: 4, maxEntries: 0, pinning: 1 });
  t.match(map('outer'), { type: 12, keySize: 4, valueSize: 4, maxEntries: 2, valueTypeId: undefined });
  t.match(map('inner'), { type: 2, maxEntries: 1 });
  t.equal(maps.length, 5);
  t.equal(btf && typeName(btf, map('counts')?.valueTypeId ?? 0), 'struct value');
});

/** BTF of one map with one member: types 1 int, 2 the member's (and those after), then struct, variable, section. */
function mapWith(member: string, ...types: RawType[]) {
  const next = 2 + types.length;
  return readBtf(
    buildBtf([
      rawInt,
      ...types,
      { kind: 'struct', size: 8, count: 1, words: [member, 2, 0] },
      { kind: 'var', name: 'm', size: next, words: [1] },
      { kind: 'datasec', name: '.maps', size: 8, count: 1, words: [next + 1, 0, 8] },
    ]),
  );
}

t.test('reads numbers that libbpf 1.4 writes as enums', async (t) => {
  const btf = mapWith('max_entries', { kind: 'enum', size: 4, count: 1, words: ['unique', 99] });
  t.match(readMaps(btf), [{ name: 'm', maxEntries: 99, type: 0 }]);
});

t.test('refuses definitions that are none', async (t) => {
  t.throws(() => readMaps(mapWith('type', { kind: 'ptr', size: 1 })), {
    name: 'BtfError',
    message: "read map 'm': member 'type' is not a number",
  });
  t.throws(() => readMaps(mapWith('key', { kind: 'typedef', name: 'x', size: 1 })), {
    message: "read map 'm': member 'key' is not a pointer",
  });
  t.throws(() => readMaps(mapWith('value', { kind: 'ptr', size: 0 })), {
    message: 'size type 0: void has no size',
  });
  const section = (typeId: number): RawType => ({
    kind: 'datasec',
    name: '.maps',
    count: 1,
    words: [typeId, 0, 4],
  });
  t.throws(() => readMaps(readBtf(buildBtf([rawInt, section(1)]))), {
    message: 'read maps: type 1 in .maps is not a variable',
  });
  t.throws(
    () => readMaps(readBtf(buildBtf([rawInt, { kind: 'var', name: 'm', size: 1, words: [1] }, section(2)]))),
    {
      message: "read map 'm': its definition is not a struct",
    },
  );
});
