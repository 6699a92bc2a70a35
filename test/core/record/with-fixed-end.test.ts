import t from 'tap';
import { withFixedEnd } from '../../../core/record/with-fixed-end.js';
import { array, record, text, u8, u32 } from '../../fixtures/shapes.js';

t.test('arrays end where their type says, in records too', async (t) => {
  t.same(withFixedEnd(text(4, 'cut')), text(4));
  t.same(withFixedEnd(array(u8, 0, 'rest')), array(u8, 0));
  const made = withFixedEnd(record({ n: u32, inner: record({ last: text(4, 'cut') }) }));
  t.same(made, record({ n: u32, inner: record({ last: text(4) }) }));
});

t.test('what has no end of its own stays', async (t) => {
  t.equal(withFixedEnd(u32), u32);
});
