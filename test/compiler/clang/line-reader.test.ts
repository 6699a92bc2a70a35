import t from 'tap';
import { lineReader } from '../../../compiler/clang/line-reader.js';

t.test('lines are counted from one, without their ends', async (t) => {
  const dir = t.testdir({ 'a.c': 'one\r\ntwo\n' });
  const read = lineReader();
  t.equal(read(`${dir}/a.c`, 1), 'one');
  t.equal(read(`${dir}/a.c`, 2), 'two');
  t.equal(read(`${dir}/a.c`, 9), undefined);
});

t.test('what is no file has no lines', async (t) => {
  const read = lineReader();
  t.equal(read('/nowhere.c', 1), undefined);
  t.equal(read('/dev/zero', 1), undefined);
  t.equal(read('<built-in>', 1), undefined);
});
