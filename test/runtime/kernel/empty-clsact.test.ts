import t from 'tap';
import { clsactParents } from '../../../runtime/kernel/clsact.js';
import { removeEmptyClsact } from '../../../runtime/kernel/empty-clsact.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

t.test('a qdisc without filters goes', async (t) => {
  const kernel = new FakeKernel();
  kernel.route.qdiscs.set(2, 'clsact');
  removeEmptyClsact(kernel, 2);
  t.same(kernel.route.log, ['remove clsact 2']);
});

t.test('one that holds a filter on either side stays', async (t) => {
  for (const parent of Object.values(clsactParents)) {
    const kernel = new FakeKernel();
    kernel.route.qdiscs.set(2, 'clsact');
    kernel.route.filters = [{ ifindex: 2, parent, handle: 1, info: 0, kind: 'flower', programId: undefined }];
    removeEmptyClsact(kernel, 2);
    t.same(kernel.route.log, []);
  }
});
