import t from 'tap';
import { paintWith, wantsColour } from '../../../runtime/render/colour.js';

t.test('colours terminals, unless told otherwise', async (t) => {
  t.ok(wantsColour(true, { TERM: 'xterm' }));
  t.ok(wantsColour(true, { NO_COLOR: '' }), 'an empty NO_COLOR is none');
  t.notOk(wantsColour(true, { NO_COLOR: '1' }));
  t.notOk(wantsColour(true, { NO_COLOR: '1', FORCE_COLOR: '1' }));
  t.notOk(wantsColour(true, { TERM: 'dumb' }));
  t.notOk(wantsColour(false, {}));
  t.ok(wantsColour(false, { FORCE_COLOR: '1' }));
  t.notOk(wantsColour(true, { FORCE_COLOR: '0' }));
});

t.test('paints or leaves', async (t) => {
  t.equal(paintWith(true)('red', 'x'), '\x1b[31mx\x1b[39m');
  t.equal(paintWith(false)('red', 'x'), 'x');
});
