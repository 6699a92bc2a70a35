import t from 'tap';
import { probePmu } from '../../../runtime/kernel/probe-pmu.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

const directory = '/sys/bus/event_source/devices/kprobe';

t.test('the PMU tells its type and which bit asks for the return', async (t) => {
  const kernel = new FakeKernel({
    files: { [`${directory}/type`]: '6\n', [`${directory}/format/retprobe`]: 'config:3\n' },
  });
  t.same(probePmu(kernel), { type: 6, returnConfig: 8n });
});

t.test('a kernel without kprobes has none', async (t) => {
  t.equal(probePmu(new FakeKernel()), undefined);
});

t.test('user-space probes have one of their own', async (t) => {
  const uprobe = '/sys/bus/event_source/devices/uprobe';
  const kernel = new FakeKernel({
    files: { [`${uprobe}/type`]: '7\n', [`${uprobe}/format/retprobe`]: 'config:0\n' },
  });
  t.same(probePmu(kernel, 'uprobe'), { type: 7, returnConfig: 1n });
  t.equal(probePmu(kernel), undefined);
});
