import t from 'tap';
import { FilterError } from '../../../runtime/filter/filter-error.js';

t.test('shows the place', async (t) => {
  const error = new FilterError('pid ==\tx', { start: 7, end: 8 }, 'a reason');
  t.match(error, {
    code: 'usage',
    message: 'read filter: a reason\n  pid == x\n         ^',
    span: { start: 7 },
  });
  t.equal(new FilterError('abc', { start: 0, end: 3 }, 'r').message, 'read filter: r\n  abc\n  ^~~');
  t.equal(new FilterError('ab', { start: 2, end: 2 }, 'r').message, 'read filter: r\n  ab\n    ^');
});
