import t from 'tap';
import { indexLines } from '../../../compiler/source/line-index.js';

t.test('places are counted as clang counts them: from 1, in bytes', async (t) => {
  const text = 'a\r\n\té = b;\n';
  const locate = indexLines('x.c', text);
  t.same(locate(0), { file: 'x.c', line: 1, column: 1, length: 1, lineText: 'a' });
  t.same(locate(text.indexOf('b')), { file: 'x.c', line: 2, column: 7, length: 1, lineText: '\té = b;' });
  t.equal(locate(text.indexOf('é'), text.indexOf('=')).length, 3);
});

t.test('a stretch of several lines is as long as its first', async (t) => {
  t.equal(indexLines('x.c', 'abc\ndef')(1, 6).length, 2);
});

t.test('the end of a text is a place', async (t) => {
  const { line, column, lineText } = indexLines('x.c', 'a\n')(2);
  t.same([line, column, lineText], [2, 1, '']);
});
