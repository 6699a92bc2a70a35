import t from 'tap';
import { listInterfaces } from '../../../runtime/kernel/interfaces.js';
import { realKernel } from '../../../runtime/kernel/real-kernel.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

t.test('interfaces have names and indices', async (t) => {
  const kernel = new FakeKernel();
  t.same(listInterfaces(kernel), [
    { index: 1, name: 'lo' },
    { index: 2, name: 'eth0' },
  ]);
  t.same(kernel.openDescriptors, [], 'the socket is closed');
});

t.test('a real kernel has its loopback', async (t) => {
  t.ok(listInterfaces(realKernel()).some(({ name }) => name === 'lo'));
});
