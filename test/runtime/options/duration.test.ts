import t from 'tap';
import { parseDuration } from '../../../runtime/options/duration.js';

t.test('a duration is a number and a unit, in milliseconds', async (t) => {
  t.equal(parseDuration('500ms'), 500);
  t.equal(parseDuration('10s'), 10_000);
  t.equal(parseDuration('1.5m'), 90_000);
  t.equal(parseDuration('2h'), 7_200_000);
});

t.test('anything else is refused, with examples', async (t) => {
  for (const text of ['', '10', 's', '0s', '-1s', '1 s', '1d', '1e3s', '10sec', '1000h', '9999999999s']) {
    t.throws(() => parseDuration(text), { code: 'usage', cure: /500ms, 10s/ }, text);
  }
});
