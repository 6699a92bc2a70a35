import * as fc from 'fast-check';
import t from 'tap';
import { scanTokens } from '../../../compiler/source/tokens.js';

const scan = (text: string): string[] =>
  scanTokens(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);

t.test('a source is cut into its tokens', async (t) => {
  t.same(scan('int x = 0x1f; // y'), [
    'identifier int',
    'identifier x',
    'punctuation =',
    'number 0x1f',
    'punctuation ;',
    'comment // y',
  ]);
});

t.test('what looks like a comment in a string is none, and the other way round', async (t) => {
  t.same(scan('"/*" \'"\' /* " */'), ['string "/*"', "character '\"'", 'comment /* " */']);
});

t.test('a backslash joins the next line to a comment, a directive and a string', async (t) => {
  t.same(scan('// a\\\nb\nc'), ['comment // a\\\nb', 'identifier c']);
  t.same(scan('#define A \\\r\n 1\r\nc'), ['directive #define A \\\r\n 1', 'identifier c']);
  t.same(scan('"a\\\nb" c'), ['string "a\\\nb"', 'identifier c']);
});

t.test('a directive stops before a line comment and takes a block comment in', async (t) => {
  t.same(scan('#if A // b\n'), ['directive #if A ', 'comment // b']);
  t.same(scan('#if A /* x\ny */ B\nc'), ['directive #if A /* x\ny */ B', 'identifier c']);
  t.same(scan('/* a */ #if "//"\n'), ['comment /* a */', 'directive #if "//"']);
});

t.test('a # inside a line is no directive', async (t) => {
  t.same(scan('a # b'), ['identifier a', 'punctuation #', 'identifier b']);
});

t.test('what is not closed ends with its line or with the text', async (t) => {
  t.same(scan('"a\nb'), ['string "a', 'identifier b']);
  t.same(scan('/* a\nb'), ['comment /* a\nb']);
  t.same(scan('"a\\'), ['string "a\\']);
});

t.test('tokens of any text are in order, not empty, and leave out only white space', async () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'a1"\'/*\\\n\r #{(.;é'.split('')) }), (text) => {
      let at = 0;
      for (const { start, end } of scanTokens(text)) {
        if (text.slice(at, start).trim() !== '' || end <= start || end > text.length) return false;
        at = end;
      }
      return text.slice(at).trim() === '';
    }),
  );
});
