import t from 'tap';
import { describeFix } from '../../../compiler/clang/describe-fix.js';

const location = { file: 'a.c', line: 3, column: 5, lineText: '打 foo(x)' };
const fix = (column: number, endColumn: number, text: string) => ({
  file: 'a.c',
  line: 3,
  endLine: 3,
  column,
  endColumn,
  text,
});

t.test('one change in the line that is shown is told in words', async (t) => {
  t.equal(String(describeFix([fix(5, 8, 'food')], location)), "write 'food' in place of 'foo'");
  t.equal(String(describeFix([fix(11, 11, ';')], location)), "write ';' at column 11");
  t.equal(String(describeFix([fix(5, 8, '')], location)), "remove 'foo'");
});

t.test('others are not', async (t) => {
  t.equal(describeFix([], location), undefined);
  t.equal(describeFix([fix(1, 2, 'a'), fix(3, 4, 'b')], location), undefined);
  t.equal(describeFix([{ ...fix(1, 2, 'a'), file: 'b.h' }], location), undefined);
  t.equal(describeFix([fix(1, 2, 'a')], { ...location, line: 9 }), undefined);
});
