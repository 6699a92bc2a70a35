import t from 'tap';
import { addressInProcess, processExists, threadsOf } from '../../../runtime/kernel/process-facts.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

const maps =
  '55d000000000-55d000001000 r--p 00000000 fe:01 12 /opt/target\n' +
  '55d000001000-55d000003000 r-xp 00001000 fe:01 12 /opt/target\n' +
  '7f0000000000-7f0000001000 r-xp 00001000 fe:01 13 /opt/other one\n' +
  '7ffd00000000-7ffd00021000 rw-p 00000000 00:00 0 [stack]\n';

t.test('a process is there while /proc has it', async (t) => {
  const kernel = new FakeKernel({ files: { '/proc/7/maps': maps } });
  t.equal(processExists(kernel, 7), true);
  t.equal(processExists(kernel, 8), false);
});

t.test('its threads are listed; those of one that is gone are none', async (t) => {
  const kernel = new FakeKernel();
  kernel.addDirectory('/proc/7/task/7');
  kernel.addDirectory('/proc/7/task/9');
  t.same(threadsOf(kernel, 7), [7, 9]);
  t.same(threadsOf(kernel, 8), []);
});

t.test('a byte of a file is found where the process has it as code', async (t) => {
  const kernel = new FakeKernel({ files: { '/proc/7/maps': maps } });
  t.equal(addressInProcess(kernel, 7, '/opt/target', 0x2010), 0x55d000002010n);
  t.equal(addressInProcess(kernel, 7, '/opt/other one', 0x1000), 0x7f0000000000n);
  t.equal(addressInProcess(kernel, 7, '/opt/target', 0x10), undefined, 'mapped, but not as code');
  t.equal(addressInProcess(kernel, 7, '/opt/nothing', 0x1000), undefined);
  t.throws(() => addressInProcess(kernel, 8, '/opt/target', 0), { message: /errno 2$/ });
});
