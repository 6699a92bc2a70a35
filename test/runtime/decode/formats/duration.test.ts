import t from 'tap';
import { formatMicroseconds, formatNanoseconds } from '../../../../runtime/decode/formats/duration.js';

t.test('writes times in the unit that fits', async (t) => {
  t.equal(formatNanoseconds(950), '950 ns');
  t.equal(formatNanoseconds(1_500n), '1.5 µs');
  t.equal(formatNanoseconds(12_345_678), '12.35 ms');
  t.equal(formatNanoseconds(90_000_000_000n), '90 s');
  t.equal(formatMicroseconds(950), '950 µs');
  t.equal(formatMicroseconds(1_234_000), '1.234 s');
  t.equal(formatNanoseconds(-1500), '-1.5 µs');
});
