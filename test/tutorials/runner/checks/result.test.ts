import t from 'tap';
import { resultOf } from '../../../../tutorials/runner/checks/result.js';

t.test('what was found is for results that do not hold, and not too much of it', async (t) => {
  t.same(resultOf(true, ['a']), { holds: true, found: [] });
  t.same(resultOf(false, ['a']), { holds: false, found: ['a'] });
  t.same(resultOf(false, ['a', 'b', 'c', 'd', 'e', 'f']).found, ['a', 'b', 'c', 'd', '… (2)']);
});
