import t from 'tap';
import type { Phrase } from '../../../core/message.js';
import { readBtf } from '../../../core/btf/read-btf.js';
import { readType } from '../../../core/btf/read-type.js';
import { byteReader } from '../../../core/bytes.js';
import { buildBtf, rawInt, type RawType } from '../../fixtures/objects/build-btf.js';

/** Every kind, with what it must read as. */
const kinds: readonly (readonly [RawType, object])[] = [
  [
    { kind: 'int', name: 'flag', size: 1, words: [(4 << 24) | (3 << 16) | 8] },
    { name: 'flag', size: 1, bits: 8, bitOffset: 3, encoding: { signed: false, char: false, bool: true } },
  ],
  [
    { kind: 'int', name: 'char', size: 1, words: [(3 << 24) | 8] },
    { encoding: { signed: true, char: true, bool: false } },
  ],
  [
    { kind: 'float', name: 'double', size: 8 },
    { name: 'double', size: 8 },
  ],
  [{ kind: 'ptr', size: 1 }, { typeId: 1 }],
  [
    { kind: 'array', words: [1, 2, 9] },
    { elementTypeId: 1, indexTypeId: 2, length: 9 },
  ],
  [
    { kind: 'struct', name: 's', size: 8, count: 2, words: ['a', 1, 0, 'b', 1, 32] },
    {
      name: 's',
      size: 8,
      members: [
        { name: 'a', typeId: 1, bitOffset: 0, bitSize: 0 },
        { name: 'b', typeId: 1, bitOffset: 32, bitSize: 0 },
      ],
    },
  ],
  [
    { kind: 'union', size: 4, count: 1, flag: true, words: ['bits', 1, (7 << 24) | 5] },
    { name: '', size: 4, members: [{ name: 'bits', typeId: 1, bitOffset: 5, bitSize: 7 }] },
  ],
  [
    { kind: 'enum', name: 'e', size: 4, count: 2, words: ['A', 1, 'B', 0xffff_ffff] },
    {
      name: 'e',
      size: 4,
      signed: false,
      values: [
        { name: 'A', value: 1 },
        { name: 'B', value: 4294967295 },
      ],
    },
  ],
  [
    { kind: 'enum', size: 1, count: 1, flag: true, words: ['MINUS', -1] },
    { signed: true, values: [{ name: 'MINUS', value: -1 }] },
  ],
  [
    { kind: 'enum64', name: 'e64', size: 8, count: 1, words: ['BIG', 1, 0x8000_0000] },
    { name: 'e64', size: 8, signed: false, values: [{ name: 'BIG', value: 0x8000_0000_0000_0001n }] },
  ],
  [
    { kind: 'enum64', size: 8, count: 1, flag: true, words: ['SMALL', 0xffff_fffe, 0xffff_ffff] },
    { signed: true, values: [{ name: 'SMALL', value: -2n }] },
  ],
  [
    { kind: 'fwd', name: 'later' },
    { name: 'later', union: false },
  ],
  [
    { kind: 'fwd', name: 'later', flag: true },
    { name: 'later', union: true },
  ],
  [
    { kind: 'typedef', name: 'u32', size: 1 },
    { name: 'u32', typeId: 1 },
  ],
  [{ kind: 'volatile', size: 1 }, { typeId: 1 }],
  [{ kind: 'const', size: 1 }, { typeId: 1 }],
  [{ kind: 'restrict', size: 1 }, { typeId: 1 }],
  [
    { kind: 'type_tag', name: 'user', size: 1 },
    { name: 'user', typeId: 1 },
  ],
  [
    { kind: 'func', name: 'main', size: 2, count: 1 },
    { name: 'main', typeId: 2, linkage: 'global' },
  ],
  [
    { kind: 'func_proto', size: 1, count: 2, words: ['x', 1, '', 0] },
    {
      returnTypeId: 1,
      parameters: [
        { name: 'x', typeId: 1 },
        { name: '', typeId: 0 },
      ],
    },
  ],
  [
    { kind: 'var', name: 'v', size: 1, words: [2] },
    { name: 'v', typeId: 1, linkage: 'extern' },
  ],
  [
    { kind: 'datasec', name: '.bss', size: 12, count: 1, words: [3, 8, 4] },
    { name: '.bss', size: 12, variables: [{ typeId: 3, offset: 8, size: 4 }] },
  ],
  [
    { kind: 'decl_tag', name: 'tag', size: 1, words: [-1] },
    { name: 'tag', typeId: 1, componentIndex: -1 },
  ],
];

for (const littleEndian of [true, false]) {
  t.test(`reads every kind, ${littleEndian ? 'little' : 'big'} endian`, async (t) => {
    t.plan(kinds.length);
    const { types } = readBtf(
      buildBtf([rawInt, rawInt, rawInt, ...kinds.map(([raw]) => raw)], { littleEndian }),
    );
    kinds.forEach(([raw, expected], index) => {
      const type = types[4 + index];
      t.match(type, { id: 4 + index, kind: raw.kind, ...expected }, String(raw.kind));
    });
  });
}

const fail = (reason: Phrase) => new Error(String(reason));
const readFirst = (raw: RawType) => {
  const bytes = buildBtf([raw]);
  return readType(byteReader(bytes, true, fail), 24, 1, () => '');
};

t.test('tells where the next type begins', async (t) => {
  t.equal(readFirst(rawInt).next, 40);
  t.equal(readFirst({ kind: 'struct', count: 2, words: [0, 0, 0, 0, 0, 0] }).next, 60);
  t.equal(readFirst({ kind: 'ptr' }).next, 36);
});

t.test('refuses kinds and linkages that do not exist', async (t) => {
  t.throws(() => readFirst({ kind: 20 }), {
    name: 'BtfError',
    message: 'read BTF: offset 24: type 1 is of unknown kind 20',
  });
  t.throws(() => readFirst({ kind: 0 }), { message: 'read BTF: offset 24: type 1 is of unknown kind 0' });
  t.throws(() => readFirst({ kind: 'func', count: 3 }), {
    message: 'read BTF: offset 36: type 1 has unknown linkage 3',
  });
  t.throws(() => readFirst({ kind: 'var', words: [9] }), { message: /type 1 has unknown linkage 9/ });
});
