import t from 'tap';
import { unregisterStructOps, updateStructOps } from '../../../runtime/kernel/struct-ops.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

t.test('a struct is given to its map, and taken out of it', async (t) => {
  const kernel = new FakeKernel();
  updateStructOps(kernel, 9, new Uint8Array(8));
  unregisterStructOps(kernel, 9);
  t.same(kernel.log, ['map_update_elem 9', 'map_delete_elem 9']);
});

t.test('one that is not in use, or on its way out, needs no taking out', async (t) => {
  for (const errno of [2, 115]) {
    const kernel = new FakeKernel();
    kernel.fail('bpf map_delete_elem', errno);
    t.doesNotThrow(() => unregisterStructOps(kernel, 9));
  }
  const kernel = new FakeKernel();
  kernel.fail('bpf map_delete_elem', 1);
  t.throws(() => unregisterStructOps(kernel, 9), { message: /errno 1$/ });
});
