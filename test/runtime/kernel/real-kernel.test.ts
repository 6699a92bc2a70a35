import { release } from 'node:os';
import t from 'tap';
import { realKernel } from '../../../runtime/kernel/real-kernel.js';

t.test('the real kernel is the one this process runs on', async (t) => {
  const kernel = realKernel();
  t.equal(kernel.release, release());
  t.equal(kernel.userId, process.geteuid?.());
  t.equal(kernel.readText('/proc/self/comm').trim(), kernel.readText(`/proc/${process.pid}/comm`).trim());
  t.type(kernel.bpf, 'function');
});
