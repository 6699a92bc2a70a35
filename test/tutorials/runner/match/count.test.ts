import t from 'tap';
import { isCount } from '../../../../tutorials/runner/match/count.js';

t.test('a count is a number, a range, or at least one', async (t) => {
  t.same(
    [0, 1, 2].map((number) => isCount(number, 1)),
    [false, true, false],
  );
  t.same(
    [0, 1, 9].map((number) => isCount(number)),
    [false, true, true],
  );
  t.same(
    [0, 2, 4].map((number) => isCount(number, { min: 1, max: 3 })),
    [false, true, false],
  );
  t.ok(isCount(0, { max: 0 }));
});
