import * as fc from 'fast-check';
import t from 'tap';
import { isWritable, parseValue, ValueError } from '../../../runtime/arguments/parse-value.js';
import { decoderFor } from '../../../runtime/decode/decoder.js';
import { eventType } from '../../../runtime/decode/event-type.js';
import { sourceOf } from '../../../runtime/decode/source.js';
import type { Shape } from '../../../core/record/types.js';
import { array, bool, i32, i64, names, pointer, record, text, u8, u16, u64 } from '../../fixtures/shapes.js';

const state: Shape = { kind: 'enum', size: 4, signed: false, names: names({ OFF: 0, ON: 1, TOP: 4 }, true) };
const i128: Shape = { kind: 'integer', size: 16, signed: true };

/** What the program will read. */
function read(shape: Shape, value: string, littleEndian = true): unknown {
  const bytes = parseValue(shape, value, littleEndian);
  return decoderFor(eventType('v', littleEndian, shape))(sourceOf(bytes), 0, bytes.length);
}

t.test('writes what the program then reads', async (t) => {
  t.equal(read(i32, '-2147483648'), -2147483648);
  t.equal(read(u16, '0xffff'), 65535);
  t.equal(read(u64, '18446744073709551615'), 18446744073709551615n);
  t.equal(read(i128, '-170141183460469231731687303715884105728'), -(1n << 127n));
  t.equal(read(bool, 'Yes'), true);
  t.equal(read(bool, '0'), false);
  t.equal(read({ kind: 'float', size: 8 }, '-1.5e3'), -1500);
  t.equal(read({ kind: 'float', size: 4 }, '.5'), 0.5);
  t.equal(read(state, 'ON'), 'ON');
  t.equal(read(state, 'ON|TOP'), 'ON|TOP');
  t.equal(read(state, '4'), 'TOP');
  t.equal(read(text(8), 'sshdäx'), 'sshdäx');
  t.same(read(array(u8, 3), '1,2'), [1, 2, 0]);
  t.same(read(array(u8, 3), ''), [0, 0, 0]);
  t.same(read(array(text(4), 2), 'a,bc'), ['a', 'bc']);
});

t.test('is exact in either byte order', async (t) => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
      fc.boolean(),
      (value, littleEndian) => {
        return read(i64, String(value), littleEndian) === value;
      },
    ),
  );
  t.equal(read({ kind: 'float', size: 4 }, '2.5', false), 2.5);
});

t.test('says why a value is none', async (t) => {
  const table: readonly (readonly [Shape, string, string])[] = [
    [i32, 'x', "'x' is not a whole number"],
    [i32, '1.5', "'1.5' is not a whole number"],
    [i32, '2147483648', '2147483648 is out of range: it goes from -2147483648 to 2147483647'],
    [u16, '-1', '-1 is out of range: it goes from 0 to 65535'],
    [bool, 'maybe', "'maybe' is neither true nor false"],
    [state, 'MAYBE', "'MAYBE' is none of OFF, ON, TOP"],
    [state, '4294967296', '4294967296 is out of range: it goes from 0 to 4294967295'],
    [{ kind: 'float', size: 8 }, 'inf', "'inf' is not a number"],
    [{ kind: 'float', size: 4 }, '1e39', '1e39 is out of range'],
    [text(4), 'four', 'the text has 4 bytes, at most 3 fit'],
    [text(4), 'a\0', 'text cannot hold a NUL'],
    [array(u8, 2), '1,2,3', '3 values, at most 2 fit'],
    [array(u8, 2), '1,256', '256 is out of range: it goes from 0 to 255'],
    [pointer, '0', 'a value of kind pointer cannot be written as text'],
  ];
  for (const [shape, value, message] of table) {
    t.throws(() => parseValue(shape, value, true), { name: 'ValueError', message }, message);
  }
});

t.test('any text becomes a whole value, or the reason why not', async (t) => {
  const shape = fc.constantFrom(i32, u64, bool, state, text(6), array(u16, 3), {
    kind: 'float',
    size: 4,
  } as const);
  fc.assert(
    fc.property(shape, fc.string({ unit: 'binary' }), (each, value) => {
      try {
        return parseValue(each, value, true).length === each.size;
      } catch (error) {
        return error instanceof ValueError;
      }
    }),
  );
  t.pass();
});

t.test('pointers, structs, and arrays of arrays cannot be written', async (t) => {
  t.ok([i32, bool, state, text(4), array(text(4), 2)].every(isWritable));
  t.notOk([pointer, record({ a: u8 }), array(array(u8, 2), 2), array(u8, 0), text(0)].some(isWritable));
});
