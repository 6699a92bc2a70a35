import * as fc from 'fast-check';
import t from 'tap';
import { float32Text } from '../../../runtime/decode/float-text.js';

t.test('writes floats without the digits of their double', async (t) => {
  t.equal(float32Text(Math.fround(1.1)), '1.1');
  t.equal(float32Text(0.5), '0.5');
  t.equal(float32Text(16777217), '16777217');
  t.equal(float32Text(NaN), 'NaN');
  t.equal(float32Text(-Infinity), '-Infinity');
});

t.test('loses nothing', async (t) => {
  fc.assert(
    fc.property(
      fc.float({ noNaN: true }),
      (value) => Math.fround(Number(float32Text(value))) === value || value === 0,
    ),
  );
  t.pass();
});
