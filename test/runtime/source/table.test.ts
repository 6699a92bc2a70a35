import t from 'tap';
import { sourceTable } from '../../../runtime/source/table.js';

const rowOf = (name: string): number => sourceTable.findIndex(({ takes }) => takes(name));

t.test('every name is of some kind, and a path of the last one', async (t) => {
  t.equal(rowOf('-'), 0);
  t.equal(rowOf('HTTPS://h/p'), 1);
  t.equal(rowOf('localhost:5000/x:tag'), 2);
  for (const path of ['package.json', './-', '/tmp/a', ''])
    t.equal(rowOf(path), sourceTable.length - 1, path);
});
