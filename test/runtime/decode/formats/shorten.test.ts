import t from 'tap';
import { shorten } from '../../../../runtime/decode/formats/shorten.js';

t.test('goes to the next unit before the digits would', async (t) => {
  const units = ['a', 'b', 'c'];
  t.equal(shorten(999, 1000, units), '999 a');
  t.equal(shorten(999_940, 1000, units), '999.9 b');
  t.equal(shorten(999_999, 1000, units), '1 c');
  t.equal(shorten(123_456_789_000, 1000, units), '123457 c', 'the last unit takes all');
});
