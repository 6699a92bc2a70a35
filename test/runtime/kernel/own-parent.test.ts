import t from 'tap';
import { ownParent } from '../../../runtime/kernel/own-parent.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

t.test('our directory in bpffs is made once, for each user another', async (t) => {
  const kernel = new FakeKernel();
  t.equal(ownParent(kernel), '/sys/fs/bpf/tsecli');
  t.equal(ownParent(kernel), '/sys/fs/bpf/tsecli');
  t.equal(ownParent(new FakeKernel({ userId: 1000 })), '/sys/fs/bpf/tsecli-1000');
});

t.test('one that others may write to is refused', async (t) => {
  const kernel = new FakeKernel();
  kernel.addDirectory('/sys/fs/bpf/tsecli', { mode: 0o777 });
  t.throws(() => ownParent(kernel), { code: 'not-permitted' });
});
