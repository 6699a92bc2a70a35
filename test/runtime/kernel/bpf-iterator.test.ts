import t from 'tap';
import { createIterator } from '../../../runtime/kernel/bpf-iterator.js';
import { SystemCallError } from '../../../runtime/kernel/libc.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

t.test('an iterator is made of its link', async (t) => {
  const kernel = new FakeKernel();
  const asked: number[][] = [];
  kernel.bpf = (command, attributes) => {
    asked.push([command, new DataView(attributes.buffer).getUint32(0, true)]);
    return 9;
  };
  t.equal(createIterator(kernel, 5), 9);
  t.same(asked, [[33, 5]]);
  kernel.bpf = () => {
    throw new SystemCallError('bpf', 22);
  };
  t.throws(() => createIterator(kernel, 5), { message: /errno 22$/ });
});
