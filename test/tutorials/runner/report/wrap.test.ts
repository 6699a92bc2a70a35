import fc from 'fast-check';
import t from 'tap';
import { displayWidth } from '../../../../runtime/render/display-width.js';
import { wrap } from '../../../../tutorials/runner/report/wrap.js';

t.test('text is broken between words, Chinese anywhere but before what closes', async (t) => {
  t.same(wrap('one two three four', 9), ['one two', 'three', 'four']);
  t.same(wrap('a\n\nb', 20), ['a', '', 'b']);
  t.same(wrap('内核里的函数，很多。', 12), ['内核里的函', '数，很多。']);
  t.same(wrap('在内核里（函数）', 11), ['在内核里', '（函数）']);
  t.same(wrap('abcdefghijkl', 8), ['abcdefgh', 'ijkl']);
  t.same(wrap('\x1b[1mone\x1b[0m two three', 9), ['\x1b[1mone\x1b[0m two', 'three'], 'colours take no room');
});

t.test('no line is wider than wanted, and no letter is lost', async () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('word', ' ', '内', '，', '`x`', 'longerwordthanaline')),
      fc.integer({ min: 10, max: 30 }),
      (parts, width) => {
        const text = parts.join('');
        const lines = wrap(text, width);
        const bare = (each: string): string => each.replaceAll(' ', '');
        return lines.every((line) => displayWidth(line) <= width) && bare(lines.join('')) === bare(text);
      },
    ),
  );
});
