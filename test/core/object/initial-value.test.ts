import * as fc from 'fast-check';
import t from 'tap';
import { initialValue } from '../../../core/object/initial-value.js';
import { readBtf } from '../../../core/btf/read-btf.js';
import type { Btf, BtfType } from '../../../core/btf/types.js';
import { buildBtf, rawInt } from '../../fixtures/objects/build-btf.js';

const integer = (
  size: number,
  name: string,
  encoding: { signed?: boolean; bool?: boolean } = {},
): BtfType => ({
  kind: 'int',
  id: 1,
  name,
  size,
  bits: size * 8,
  bitOffset: 0,
  encoding: { signed: false, char: false, bool: false, ...encoding },
});

const btfOf = (littleEndian: boolean, ...types: BtfType[]): Btf => ({
  littleEndian,
  types: [{ kind: 'void', id: 0 }, ...types],
  stringAt: () => '',
  stringsSize: 0,
});

const read = (type: BtfType, bytes: number[], littleEndian = true) =>
  initialValue(btfOf(littleEndian, type), 1, Uint8Array.from(bytes));

t.test('numbers, signed and not, in either byte order', async (t) => {
  t.equal(read(integer(4, 'int', { signed: true }), [0xff, 0xff, 0xff, 0xff]), -1);
  t.equal(read(integer(4, 'unsigned int'), [0xff, 0xff, 0xff, 0xff]), 4294967295);
  t.equal(read(integer(2, 'short', { signed: true }), [0x01, 0x02], false), 0x0102);
  t.equal(read(integer(8, 'long'), [0, 0, 0, 0, 0, 0, 0, 0x80]), '9223372036854775808', 'exact');
  t.equal(read(integer(16, '__int128', { signed: true }), Array<number>(16).fill(0xff)), -1);
});

t.test('bools, enums and floats', async (t) => {
  t.equal(read(integer(1, '_Bool', { bool: true }), [1]), true);
  t.equal(read(integer(1, '_Bool', { bool: true }), [0]), false);
  const kind = { kind: 'enum', id: 1, name: 'e', size: 4, signed: true, values: [] } as const;
  t.equal(read(kind, [0xfe, 0xff, 0xff, 0xff]), -2);
  t.equal(read({ ...kind, kind: 'enum64', size: 8 }, [1, 0, 0, 0, 0, 0, 0, 0]), 1);
  t.equal(read({ kind: 'float', id: 1, name: 'double', size: 8 }, [0, 0, 0, 0, 0, 0, 0xf8, 0x3f]), 1.5);
  t.equal(read({ kind: 'float', id: 1, name: 'float', size: 4 }, [0, 0, 0x80, 0x7f]), undefined, 'infinity');
});

t.test('text up to its end, if it is text', async (t) => {
  const array: BtfType = { kind: 'array', id: 2, elementTypeId: 1, indexTypeId: 1, length: 4 };
  const text = (bytes: number[], name = 'char') =>
    initialValue(btfOf(true, integer(1, name), array), 2, Uint8Array.from(bytes));
  t.equal(text([0x61, 0x62, 0, 0]), 'ab');
  t.equal(text([0x61, 0x62, 0x63, 0x64]), 'abcd', 'without an end');
  t.equal(text([0, 0, 0, 0]), '');
  t.equal(text([0x61, 0, 0x62, 0]), undefined, 'more behind the end');
  t.equal(text([0xff, 0, 0, 0]), undefined, 'no UTF-8');
  t.equal(text([0x61, 0, 0, 0], 'unsigned char'), undefined, 'bytes are no text');
});

t.test('a struct has no value that JSON could say, nor a variable of the wrong size', async (t) => {
  t.equal(read({ kind: 'struct', id: 1, name: 's', size: 4, members: [] }, [0, 0, 0, 0]), undefined);
  t.equal(read(integer(4, 'int'), [0, 0]), undefined);
});

t.test('any bytes of any type of a built BTF give a value or none', async (t) => {
  const btf = readBtf(buildBtf([rawInt, { kind: 'array', words: [1, 1, 4] }, { kind: 'const', size: 2 }]));
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3 }), fc.uint8Array({ maxLength: 20 }), (id, bytes) => {
      const value = initialValue(btf, id, bytes);
      t.ok(value === undefined || typeof value === 'number');
    }),
    { numRuns: 50 },
  );
});
