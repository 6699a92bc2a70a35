import t from 'tap';
import { networkNamespace, networkNamespacePath } from '../../../runtime/kernel/network-namespace.js';
import { realKernel } from '../../../runtime/kernel/real-kernel.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

t.test('a network namespace is known by its number', async (t) => {
  const kernel = new FakeKernel();
  kernel.link('net:[4026531840]', networkNamespacePath);
  t.equal(networkNamespace(kernel), 4026531840);
  t.ok(networkNamespace(realKernel()) > 0);
});
