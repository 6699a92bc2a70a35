import t from 'tap';
import { valueReader } from '../../../runtime/decode/read-value.js';
import { sourceOf } from '../../../runtime/decode/source.js';
import type { Shape } from '../../../core/record/types.js';
import type { Value } from '../../../runtime/decode/types.js';
import { bool, names, pointer, record, text, u8 } from '../../fixtures/shapes.js';

const read = (shape: Shape, ...bytes: number[]): Value =>
  valueReader(shape, { littleEndian: true, symbols: undefined })(sourceOf(new Uint8Array(bytes)), 0);

t.test('a bool is true for any bit', async (t) => {
  t.equal(read(bool, 2), true);
  t.equal(read(bool, 0), false);
  t.equal(read({ kind: 'bool', size: 2 }, 0, 1), true);
});

t.test('bits may be bool, names or numbers', async (t) => {
  const bits = {
    kind: 'bits',
    size: 1,
    bitOffset: 1,
    bitSize: 2,
    signed: false,
    bool: false,
    names: undefined,
  } as const;
  t.equal(read(bits, 0b110), 3);
  t.equal(read({ ...bits, bool: true }, 0b110), true);
  t.equal(read({ ...bits, names: names({ THREE: 3 }) }, 0b110), 'THREE');
  t.equal(read({ ...bits, names: names({ THREE: 3 }) }, 0b010), 1, 'no name');
});

t.test('an enum without a name for a value is its number', async (t) => {
  const shape = { kind: 'enum', size: 1, signed: false, names: names({ ON: 1 }) } as const;
  t.equal(read(shape, 1), 'ON');
  t.equal(read(shape, 9), 9);
});

t.test('pointers are hex, text ends at its NUL, void is null', async (t) => {
  t.equal(read(pointer, 0, 0, 0, 0x81, 0xff, 0xff, 0xff, 0xff), '0xffffffff81000000');
  t.equal(read(text(4), 0x61, 0, 0x62, 0), 'a');
  t.equal(read(text(2), 0x61, 0x62), 'ab', 'unterminated');
  t.equal(read({ kind: 'bytes', size: 0 }), null);
  t.equal(read({ kind: 'bytes', size: 3 }, 1, 2, 0xff), '0x0102ff');
});

t.test('floats', async (t) => {
  t.equal(read({ kind: 'float', size: 4 }, 0, 0, 0xc0, 0x3f), 1.5);
  t.equal(read({ kind: 'float', size: 8 }, 0, 0, 0, 0, 0, 0, 0xf8, 0x3f), 1.5);
});

t.test('a field cannot reach a prototype', async (t) => {
  const value = read(
    record(
      Object.fromEntries([
        ['__proto__', u8],
        ['a', u8],
      ]),
    ),
    1,
    2,
  );
  t.same(Object.keys(value ?? {}), ['__proto__', 'a']);
  t.equal(Object.getPrototypeOf(value), null);
  t.equal(read(record({ constructor: u8 }), 3)?.constructor, 3);
});
