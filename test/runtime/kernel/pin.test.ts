import t from 'tap';
import { pinObject } from '../../../runtime/kernel/pin.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

t.test('a map gets a name in bpffs', async (t) => {
  const kernel = new FakeKernel();
  const pinned: unknown[] = [];
  kernel.bpf = (command, attributes) => {
    const view = new DataView(attributes.buffer);
    pinned.push([command, kernel.textAt(view.getBigUint64(0, true)), view.getUint32(8, true)]);
    return 0;
  };
  pinObject(kernel, 5, '/sys/fs/bpf/counts');
  t.same(pinned, [[6, '/sys/fs/bpf/counts', 5]]);
});
