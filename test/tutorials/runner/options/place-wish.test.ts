import t from 'tap';
import { parseOptions } from '../../../../tutorials/runner/options/parse-options.js';
import { placeWish } from '../../../../tutorials/runner/options/place-wish.js';

t.test('options say where to run', async (t) => {
  const wish = (...argv: readonly string[]) => placeWish(parseOptions(argv));
  t.same(wish(), { where: 'auto', kernels: [] });
  t.same(wish('--host'), { where: 'host', kernels: [] });
  t.same(wish('--lab'), { where: 'lab', kernels: [] });
  t.same(wish('--lab=6.1'), { where: 'lab', kernels: ['6.1'], kernel: '6.1' });
  t.same(wish('-k', '6.1,6.12'), { where: 'lab', kernels: ['6.1', '6.12'], kernel: '6.1' });
  t.throws(() => wish('--host', '--lab'), { code: 'usage' });
});
