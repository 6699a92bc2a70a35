import t from 'tap';
import { formatBytes } from '../../../../runtime/decode/formats/byte-count.js';

t.test('writes sizes in the unit that fits', async (t) => {
  t.equal(formatBytes(0), '0 B');
  t.equal(formatBytes(1023), '1023 B');
  t.equal(formatBytes(1024n), '1 KiB');
  t.equal(formatBytes(5 * 2 ** 30), '5 GiB');
  t.equal(formatBytes(2n ** 64n), '16 EiB');
});
