import t from 'tap';
import { bar } from '../../../runtime/render/bar.js';

t.test('is in proportion to the largest count', async (t) => {
  t.equal(bar(10n, 10n, 4), '****');
  t.equal(bar(5n, 10n, 4), '**');
  t.equal(bar(1n, 10n, 4), '');
  t.equal(bar(2n ** 64n - 1n, 2n ** 64n, 10), '*********');
  t.equal(bar(0n, 0n, 4), '');
});
