import * as fc from 'fast-check';
import t from 'tap';
import { parseInteger } from '../../../runtime/arguments/parse-integer.js';

t.test('reads whole numbers of any size', async (t) => {
  t.equal(parseInteger('-1'), -1n);
  t.equal(parseInteger('+7'), 7n);
  t.equal(parseInteger('007'), 7n);
  t.equal(parseInteger('-0x1F'), -31n);
  t.equal(parseInteger('0o17'), 15n);
  t.equal(parseInteger('0b11'), 3n);
  fc.assert(
    fc.property(
      fc.bigInt(),
      (value) => value.toString().length > 130 || parseInteger(String(value)) === value,
    ),
  );
});

t.test('reads nothing else', async (t) => {
  for (const text of ['', '-', '1.5', ' 1', '1 ', '0x', '1e3', '--1', '१', '9'.repeat(200)]) {
    t.equal(parseInteger(text), undefined, text);
  }
  fc.assert(fc.property(fc.string(), (text) => ['bigint', 'undefined'].includes(typeof parseInteger(text))));
});
