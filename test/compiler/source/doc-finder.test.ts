import t from 'tap';
import { docFinder } from '../../../compiler/source/doc-finder.js';
import { maskIdioms } from '../../../compiler/source/mask-idioms.js';

/** The text of the doc comment that is found for the piece of the source that is `marked`. */
function docOf(source: string, marked: string): string | undefined {
  const start = source.indexOf(marked);
  const doc = docFinder(maskIdioms(source)).of({ start, end: start + marked.length });
  return doc?.lines.map((line) => line.text).join('|');
}

t.test('a comment reaches over white space, plain comments and attributes', async (t) => {
  t.equal(docOf('/// a\n\n// plain\nSEC("x") __weak int b;', 'int b;'), 'a');
});

t.test('the nearest comment counts', async (t) => {
  t.equal(docOf('/// a\n\n/** b */ int c;', 'int c;'), 'b');
});

t.test('a comment does not reach over a directive or a declaration', async (t) => {
  t.equal(docOf('/// a\n#define X\nint b;', 'int b;'), undefined);
  t.equal(docOf('/// a\nint x; int b;', 'int b;'), undefined);
});

t.test('a trailing comment follows its declaration and a comma or semicolon', async (t) => {
  t.equal(docOf('enum x { A, ///< a\nB };', 'A'), 'a');
  t.equal(docOf('int a; ///< a\nint b;', 'int a;'), 'a');
  t.equal(docOf('int a; ///< a\nint b;', 'int b;'), undefined);
});

t.test('what nothing asked for is left over', async (t) => {
  const source = '/// a\nint b;\n/// c\n';
  const finder = docFinder(maskIdioms(source));
  finder.of({ start: source.indexOf('int'), end: source.indexOf(';') + 1 });
  t.same(
    finder.rest().map((doc) => doc.lines[0]?.text),
    ['c'],
  );
});
