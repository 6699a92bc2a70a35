import * as fc from 'fast-check';
import t from 'tap';
import { findDocComments } from '../../../compiler/source/doc-comments.js';
import { scanTokens } from '../../../compiler/source/tokens.js';

const docs = (text: string) => findDocComments(text, scanTokens(text));
const lines = (text: string) => docs(text).map((doc) => doc.lines.map((line) => line.text));

t.test('doc comments are told from plain ones as clang tells them', async (t) => {
  t.same(lines('/// a'), [['a']]);
  t.same(lines('//! a'), [['a']]);
  t.same(lines('/** a */'), [['a']]);
  t.same(lines('/*! a */'), [['a']]);
  for (const plain of ['// a', '//// a', '/* a */', '/*** a */', '/**/', '//'])
    t.same(lines(plain), [], plain);
});

t.test('neighbouring lines are one comment, a gap parts them', async (t) => {
  t.same(lines('/// a\n  /// b\n\n/// c'), [['a', 'b'], ['c']]);
});

t.test('the stars of a block are decoration, and only they', async (t) => {
  t.same(lines('/**\n * a\n *   b\n   c\n *d\n **/'), [['', 'a', '  b', 'c', 'd', '']]);
});

t.test('lines know where they begin in the source', async (t) => {
  const text = 'int é; /** a\r\n *  b */';
  for (const { text: line, offset } of docs(text).flatMap((doc) => doc.lines)) {
    t.equal(text.slice(offset, offset + line.length), line);
  }
});

t.test('a comment behind a declaration trails it', async (t) => {
  const trailing = (text: string) => docs(text).map((doc) => doc.trailing);
  t.same(trailing('int a; ///< b'), [true]);
  t.same(trailing('int a; /**< b */'), [true]);
  t.same(trailing('int a; /// b\n/// c\nint d;'), [true, false]);
  t.same(trailing('int a; ///< b\n       ///< c'), [true]);
  t.same(trailing('struct x { /// b\nint a; };'), [false]);
});

t.test('any text gives comments that lie in it', async () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'/*!<\n\r @a;'.split('')) }), (text) =>
      docs(text).every((doc) =>
        doc.lines.every(({ text: line, offset }) => text.slice(offset, offset + line.length) === line),
      ),
    ),
  );
});
