import t from 'tap';
import { recordList } from '../../../runtime/readers/record-list.js';

t.test('a list is empty, and has room for a batch', async (t) => {
  const list = recordList();
  t.same([list.count, list.offsets.length, list.lengths.length], [0, 4096, 4096]);
  t.equal(recordList(3).offsets.length, 3);
});
