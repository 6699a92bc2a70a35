import t from 'tap';
import { linesOf } from '../../../runtime/readers/lines-of.js';

t.test('lines come without their line feeds, and a last one that has none too', async (t) => {
  t.same(linesOf('a\nb\n'), ['a', 'b']);
  t.same(linesOf('a\n\nb'), ['a', '', 'b']);
  t.same(linesOf(''), []);
  t.same(linesOf('\n'), ['']);
});
