import t from 'tap';
import { sourceOf } from '../../../runtime/decode/source.js';
import type { Shape } from '../../../core/record/types.js';
import { fieldOperand, literalOperand } from '../../../runtime/filter/operand.js';
import { array, bool, i32, names, pointer, record, text, typeOf, u32, u64 } from '../../fixtures/shapes.js';

const type = typeOf({});
const operand = (shape: Shape) => fieldOperand({ offset: 0, shape, mayBeMissing: false }, type, undefined);
const source = sourceOf(new Uint8Array([1, 0, 0, 0, 0, 0, 0, 0]));

t.test('reads fields as what they are compared as', async (t) => {
  t.equal(operand(u32)?.read(source, 0), 1);
  t.equal(operand(u64)?.read(source, 0), 1n);
  t.equal(operand(pointer)?.read(source, 0), 1n);
  t.equal(operand(bool)?.read(source, 0), true);
  t.equal(operand(text(4))?.read(source, 0), '\x01');
  const state = names({ ON: 1 });
  t.match(operand({ kind: 'enum', size: 4, signed: false, names: state }), { type: 'number', names: state });
  t.equal(
    operand({ kind: 'enum', size: 4, signed: false, names: state })?.read(source, 0),
    1,
    'the number, not the name',
  );
  const address = { kind: 'formatted', size: 4, format: 'ipv4', inner: u32, processId: undefined } as const;
  t.match(operand(address), { type: 'text', range: [0n, 2n ** 32n - 1n] });
  t.equal(operand({ ...address, format: 'ns' })?.type, 'number');
  t.match(operand({ ...address, format: 'port_be' }), { type: 'number', range: [0n, 65535n] });
});

t.test('knows the least and the most', async (t) => {
  t.same(operand(i32)?.range, [-2147483648n, 2147483647n]);
  const bits = {
    kind: 'bits',
    size: 1,
    bitOffset: 0,
    bitSize: 3,
    signed: true,
    bool: false,
    names: undefined,
  } as const;
  t.same(operand(bits)?.range, [-4n, 3n]);
  t.equal(operand({ ...bits, bool: true })?.type, 'boolean');
  t.equal(operand({ kind: 'float', size: 4 })?.range, undefined);
});

t.test('what a short record does not have is undefined', async (t) => {
  const missing = fieldOperand({ offset: 8, shape: u32, mayBeMissing: true }, type, undefined);
  t.equal(missing?.read(source, 0), undefined);
});

t.test('structs and arrays are no operands, literals are', async (t) => {
  t.equal(operand(record({})), undefined);
  t.equal(operand(array(u32, 2)), undefined);
  t.match(literalOperand('text', 'x'), { type: 'text', literal: 'x' });
});
