import t from 'tap';
import { cutPainted } from '../../../../tutorials/runner/screen/cut-painted.js';

t.test('colours take no room, and end with the line', async (t) => {
  t.equal(cutPainted('plain text', 5), 'plain');
  t.equal(cutPainted('\x1b[31mred\x1b[0m text', 5), '\x1b[31mred\x1b[0m t\x1b[0m');
  t.equal(cutPainted('内核里', 5), '内核');
  t.equal(cutPainted('\tx', 10), '    x');
});
