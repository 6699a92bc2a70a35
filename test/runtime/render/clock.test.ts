import t from 'tap';
import { clockTime, epochSeconds } from '../../../runtime/render/clock.js';

t.test('writes the time of day', async (t) => {
  t.equal(clockTime(new Date(2024, 0, 2, 3, 4, 5)), '03:04:05');
});

t.test('writes seconds with their milliseconds', async (t) => {
  t.equal(epochSeconds(1_700_000_000_001), '1700000000.001');
  t.equal(epochSeconds(1_700_000_000_000.4), '1700000000.000');
});
