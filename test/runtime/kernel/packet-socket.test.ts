import t from 'tap';
import { openPacketSocket } from '../../../runtime/kernel/packet-socket.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

t.test('the filter is there before the first packet can come', async (t) => {
  const kernel = new FakeKernel();
  const fd = openPacketSocket(kernel, 5, 3);
  t.same(kernel.openDescriptors, ['socket 17 3 0']);
  t.same(kernel.log, [
    `setsockopt ${fd} 1 8 1`,
    `setsockopt ${fd} 1 50 5`,
    `bind ${fd} 1100000303000000000000000000000000000000`,
  ]);
});

t.test('a refusal leaves no socket', async (t) => {
  for (const call of ['setsockopt 50', 'bind']) {
    const kernel = new FakeKernel();
    kernel.fail(call, 19);
    t.throws(() => openPacketSocket(kernel, 5, 3), { message: /errno 19$/ });
    t.same(kernel.openDescriptors, []);
  }
});
