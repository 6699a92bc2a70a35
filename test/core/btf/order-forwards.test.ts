import fc from 'fast-check';
import t from 'tap';
import { orderForwards } from '../../../core/btf/order-forwards.js';
import { readBtf } from '../../../core/btf/read-btf.js';
import type { BtfType } from '../../../core/btf/types.js';
import { buildBtf, rawInt, type RawType } from '../../fixtures/objects/build-btf.js';

const unused = { types: new Set<number>(), strings: new Set<number>() };

/** A struct with a pointer to each forward declaration, which come last, in this order. */
function withForwards(names: readonly string[], members: readonly string[], littleEndian = true): Uint8Array {
  const pointers = members.length;
  const idOf = (name: string): number => 3 + pointers + names.indexOf(name);
  const types: RawType[] = [
    rawInt,
    ...members.map((name): RawType => ({ kind: 'ptr', size: idOf(name) })),
    {
      kind: 'struct',
      name: 'holder',
      count: pointers,
      size: pointers * 8,
      words: members.flatMap((name, index) => [`m_${name}`, 2 + index, index * 64]),
    },
    ...names.map((name): RawType => ({ kind: 'fwd', name, flag: name.startsWith('u') })),
  ];
  return buildBtf(types, { littleEndian });
}

t.test('forward declarations in any order become those in the order of their names, byte for byte', (t) => {
  const some = fc.uniqueArray(fc.stringMatching(/^[a-z_]{1,8}$/), { minLength: 1, maxLength: 8 });
  const shuffled = some.chain((names) =>
    fc.tuple(fc.constant(names), fc.shuffledSubarray(names, { minLength: names.length }), fc.boolean()),
  );
  fc.assert(
    fc.property(shuffled, ([members, names, littleEndian]) => {
      const btf = withForwards(names, members, littleEndian);
      orderForwards(btf, () => unused);
      const sorted = members.toSorted((one, other) => (one < other ? -1 : 1));
      return Buffer.from(btf).equals(withForwards(sorted, members, littleEndian));
    }),
  );
  t.end();
});

t.test('each reference, of whatever kind, still means the same', (t) => {
  const types: RawType[] = [
    rawInt,
    { kind: 'ptr', size: 13 },
    { kind: 'typedef', name: 'alias', size: 14 },
    { kind: 'const', size: 13 },
    { kind: 'array', words: [13, 1, 4] },
    { kind: 'struct', name: 's', count: 1, size: 8, words: ['m', 14, 0] },
    { kind: 'func_proto', count: 1, size: 13, words: ['p', 14] },
    { kind: 'func', name: 'f', size: 7 },
    { kind: 'var', name: 'v', size: 14, words: [0] },
    { kind: 'datasec', name: '.data', count: 1, size: 8, words: [14, 0, 8] },
    { kind: 'decl_tag', name: 'tag', size: 13, words: [-1] },
    { kind: 'type_tag', name: 'user', size: 14 },
    { kind: 'fwd', name: 'zebra' },
    { kind: 'fwd', name: 'ant' },
  ];
  const btf = buildBtf(types);
  const before = readBtf(btf);
  orderForwards(btf, () => unused);
  const after = readBtf(btf);
  const swap = new Map([
    [13, 14],
    [14, 13],
  ]);
  const swapped = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value), (key, id: unknown) =>
      /[tT]ypeId$/.test(key) && typeof id === 'number' ? (swap.get(id) ?? id) : id,
    );
  t.same(after.types.slice(0, -2), swapped(before.types.slice(0, -2)));
  t.match(after.types.slice(-2), [{ name: 'ant' }, { name: 'zebra' }] satisfies Partial<BtfType>[]);
  t.end();
});

t.test('where another part of the object names one by its id, all stay', (t) => {
  const btf = withForwards(['zebra', 'ant'], ['ant', 'zebra']);
  const before = Uint8Array.from(btf);
  orderForwards(btf, () => ({ ...unused, types: new Set([5]) }));
  t.same(btf, before);
  t.end();
});

t.test('a name that something else uses, too, stays where it is', (t) => {
  // The last string before those of forward declarations is the name of a member, and of one of them.
  const struct: RawType = { kind: 'struct', name: 's', count: 1, size: 4, words: ['bee', 1, 0] };
  const forwards = ['zebra', 'bee', 'ant'].map((name): RawType => ({ kind: 'fwd', name }));
  const btf = buildBtf([rawInt, struct, ...forwards]);
  orderForwards(btf, () => unused);
  t.match(readBtf(btf).types.slice(2), [
    { kind: 'struct', name: 's', members: [{ name: 'bee' }] },
    ...['ant', 'bee', 'zebra'].map((name) => ({ kind: 'fwd', name })),
  ]);
  const alone = buildBtf([rawInt, { kind: 'fwd', name: 'zebra' }, { kind: 'fwd', name: 'ant' }]);
  const { stringsSize } = readBtf(alone);
  const before = Uint8Array.from(alone.subarray(-stringsSize));
  orderForwards(alone, () => ({ ...unused, strings: new Set([stringsSize - 4]) }));
  t.same(alone.subarray(-stringsSize), before);
  t.match(readBtf(alone).types.slice(2), [{ name: 'ant' }, { name: 'zebra' }]);
  t.end();
});
