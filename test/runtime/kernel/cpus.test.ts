import t from 'tap';
import { onlineCpus, parseCpuList, possibleCpuCount } from '../../../runtime/kernel/cpus.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

t.test('lists of processors', async (t) => {
  t.same(parseCpuList('0-3,8\n'), [0, 1, 2, 3, 8]);
  t.same(parseCpuList('0'), [0]);
  t.same(parseCpuList('\n'), []);
  t.same(parseCpuList('3-1'), []);
  t.equal(parseCpuList('0-4294967295').length, 8192);
});

t.test('those that run, and those that there could be', async (t) => {
  const directory = '/sys/devices/system/cpu';
  const kernel = new FakeKernel({
    files: { [`${directory}/online`]: '0,2\n', [`${directory}/possible`]: '0-7\n' },
  });
  t.same(onlineCpus(kernel), [0, 2]);
  t.equal(possibleCpuCount(kernel), 8);
});
