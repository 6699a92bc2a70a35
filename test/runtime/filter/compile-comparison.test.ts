import * as fc from 'fast-check';
import t from 'tap';
import { sourceOf } from '../../../runtime/decode/source.js';
import { compileComparison } from '../../../runtime/filter/compile-comparison.js';
import { literalOperand, type Operand, type Typed } from '../../../runtime/filter/operand.js';
import type { Comparator } from '../../../runtime/filter/types.js';

const source = sourceOf(new Uint8Array());
const side = { kind: 'boolean', value: true, start: 0, end: 1 } as const;

function typed(value: Operand): Typed {
  const type = typeof value === 'string' ? 'text' : typeof value === 'boolean' ? 'boolean' : 'number';
  return literalOperand(type, value);
}

function compare(left: Operand, comparator: Comparator, right: Operand): boolean {
  const expression = { kind: 'compare', comparator, left: side, right: side, start: 0, end: 1 } as const;
  return compileComparison('f', expression, typed(left), typed(right))(source, 0);
}

t.test('compares numbers by their exact values', async (t) => {
  const number = fc.oneof(
    fc.integer(),
    fc.bigInt({ min: -(2n ** 64n), max: 2n ** 64n }),
    fc.double({ noNaN: true }),
  );
  fc.assert(
    fc.property(number, number, (a, b) => {
      const order = a < b ? -1 : a > b ? 1 : 0;
      return (
        compare(a, '==', b) === (order === 0) &&
        compare(a, '!=', b) === (order !== 0) &&
        compare(a, '<', b) === order < 0 &&
        compare(a, '<=', b) === order <= 0 &&
        compare(a, '>', b) === order > 0 &&
        compare(a, '>=', b) === order >= 0
      );
    }),
  );
  t.notOk(compare(9007199254740993n, '==', 9007199254740992));
  t.notOk(compare(NaN, '==', NaN));
  t.notOk(compare(NaN, '==', 1n));
});

t.test('nothing is equal to what is not there', async (t) => {
  for (const comparator of ['==', '<', '<=', '>', '>='] as const) t.notOk(compare(undefined, comparator, 1));
  t.ok(compare(undefined, '!=', 1));
});

t.test('refuses what does not go together', async (t) => {
  t.throws(() => compare(1, '==', 'x'), { message: /is compared with a number/ });
  t.throws(() => compare('x', '<', 'y'), { message: /text has no order/ });
  t.throws(() => compare(true, '<', false), { message: /true and false have no order/ });
  t.throws(() => compare(1, '~', 'x'), { message: /~ looks for text in text, and this is a number/ });
  t.throws(() => compare('x', '~', 1), { message: /a string should follow ~/ });
});

t.test('looks for text', async (t) => {
  t.ok(compare('openssh', '~', 'ssh'));
  t.notOk(compare('openssh', '!~', 'ssh'));
});
