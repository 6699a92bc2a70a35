import * as fc from 'fast-check';
import t from 'tap';
import { displayWidth } from '../../../runtime/render/display-width.js';
import { cutText, padText } from '../../../runtime/render/fit-text.js';

t.test('pads to a width', async (t) => {
  t.equal(padText('中', 4, 'left'), '中  ');
  t.equal(padText('12', 4, 'right'), '  12');
  t.equal(padText('12345', 4, 'right'), '12345');
});

t.test('cuts to a width', async (t) => {
  t.equal(cutText('abc', 3), 'abc');
  t.equal(cutText('abcd', 3), 'ab…');
  t.equal(cutText('中文字', 4), '中…', 'no half of a wide character');
  t.equal(cutText('abc', 0), '');
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.nat(20),
      (text, width) => displayWidth(cutText(text, width)) <= width,
    ),
  );
});
