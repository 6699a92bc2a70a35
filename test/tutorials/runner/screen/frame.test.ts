import t from 'tap';
import { bodyHeight, clampScroll, drawFrame, layFrame } from '../../../../tutorials/runner/screen/frame.js';

const view = { top: ['top'], body: ['1', '2', '3', '4', '5'], bottom: ['bottom'] };
const size = { columns: 10, rows: 5 };

t.test('top and bottom stay, and as much of the body as fits is between them', async (t) => {
  t.equal(bodyHeight(view, size), 3);
  t.same(layFrame(view, size, 0), ['top', '1', '2', '3', 'bottom']);
  t.same(layFrame(view, size, 99), ['top', '3', '4', '5', 'bottom']);
  t.same(layFrame({ ...view, body: ['1'] }, size, 7), ['top', '1', '', '', 'bottom']);
  t.equal(layFrame(view, { columns: 10, rows: 2 }, 0).length, 2, 'never more rows than there are');
  t.equal(clampScroll(view, size, 1), 1);
});

t.test('a frame is one write that clears nothing before it is overwritten', async (t) => {
  const drawn = drawFrame(['a', 'b']);
  t.equal(drawn, '\x1b[?2026h\x1b[Ha\x1b[K\r\nb\x1b[K\x1b[J\x1b[?2026l');
  t.notMatch(drawn, /\x1b\[2J/);
});
