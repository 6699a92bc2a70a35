import t from 'tap';
import { bitFieldOf, bitsShape } from '../../../core/record/bits-shape.js';

const int = {
  kind: 'int',
  id: 1,
  name: 'int',
  size: 4,
  bits: 32,
  bitOffset: 0,
  encoding: { signed: true, char: false, bool: false },
} as const;
const member = { name: 'm', typeId: 1, bitOffset: 35, bitSize: 5 };

t.test('finds the bits of both ways to write them', async (t) => {
  t.match(bitFieldOf(int, member), { start: 35, size: 5 }, 'in the member');
  t.match(
    bitFieldOf({ ...int, bits: 5, bitOffset: 3 }, { ...member, bitOffset: 32, bitSize: 0 }),
    { start: 35, size: 5 },
    'in the int, before Linux 5.1',
  );
  t.equal(bitFieldOf(int, { ...member, bitOffset: 32, bitSize: 0 }), undefined, 'an ordinary member');
  t.match(
    bitFieldOf(int, { ...member, bitOffset: 33, bitSize: 0 }),
    { start: 33, size: 32 },
    'not on a byte',
  );
});

t.test('refuses bits of what is no number', async (t) => {
  const pointer = { kind: 'ptr', id: 2, typeId: 1 } as const;
  t.equal(bitFieldOf(pointer, { ...member, bitOffset: 64, bitSize: 0 }), undefined);
  t.throws(() => bitFieldOf(pointer, member), {
    name: 'BtfError',
    message: "describe member 'm': a bit field of kind ptr",
  });
});

t.test('knows the bytes that bits touch', async (t) => {
  t.match(bitsShape(int, 3, 5), { size: 1, bitOffset: 3, bitSize: 5, signed: true, names: undefined });
  t.match(bitsShape(int, 3, 6), { size: 2 });
  t.match(bitsShape(int, 7, 32), { size: 5 });
  t.throws(() => bitsShape(int, 0, 0), { message: 'describe type 1: a bit field of 0 bits' });
  t.throws(() => bitsShape(int, 0, 129), { name: 'BtfError' });
});

t.test('keeps the names of an enum', async (t) => {
  const type = {
    kind: 'enum',
    id: 3,
    name: 'e',
    size: 4,
    signed: false,
    values: [{ name: 'A', value: 1 }],
  } as const;
  t.equal(bitsShape(type, 0, 4).names?.byValue.get(1), 'A');
});
