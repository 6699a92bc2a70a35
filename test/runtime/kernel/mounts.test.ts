import t from 'tap';
import { SystemCallError } from '../../../runtime/kernel/libc.js';
import { ensureMounted, mountPoints } from '../../../runtime/kernel/mounts.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

const bpffs = { type: 'bpf', path: '/sys/fs/bpf', option: 'CONFIG_BPF_SYSCALL' };

t.test('a mounted file system is found: its usual place first, else wherever it is', async (t) => {
  const kernel = new FakeKernel();
  kernel.texts.set(
    '/proc/self/mounts',
    'bpf /run/my\\040bpf bpf rw 0 0\nbpf /sys/fs/bpf bpf rw 0 0\nx /x ext4 rw 0 0\n',
  );
  t.same(mountPoints(kernel, 'bpf'), ['/run/my bpf', '/sys/fs/bpf']);
  t.equal(ensureMounted(kernel, bpffs), '/sys/fs/bpf');
  kernel.texts.set('/proc/self/mounts', 'bpf /run/bpf bpf rw 0 0\n');
  t.equal(ensureMounted(kernel, bpffs), '/run/bpf');
  t.same(kernel.log, []);
});

t.test('one that is not mounted is mounted at its usual place', async (t) => {
  const kernel = new FakeKernel({ mounts: {} });
  t.equal(ensureMounted(kernel, bpffs), '/sys/fs/bpf');
  t.same(kernel.log, ['mount bpf /sys/fs/bpf']);
});

t.test('who may not mount is told what to do', async (t) => {
  const kernel = new FakeKernel({ mounts: {} });
  kernel.fail('mount bpf', 1);
  t.throws(() => ensureMounted(kernel, bpffs), {
    code: 'not-permitted',
    message: "mount bpf at '/sys/fs/bpf': not permitted here",
    cure: /mount -t bpf bpf \/sys\/fs\/bpf; or use --lab/,
  });
});

t.test('a kernel without the file system is named, with the option that brings it', async (t) => {
  const kernel = new FakeKernel({ mounts: {} });
  kernel.fail('mount bpf', 19);
  t.throws(() => ensureMounted(kernel, bpffs), {
    code: 'kernel-cannot',
    message: "mount bpf at '/sys/fs/bpf': kernel 6.1.0-test was built without it (CONFIG_BPF_SYSCALL)",
  });
});

t.test('another process that mounts at the same moment does no harm', async (t) => {
  const kernel = new FakeKernel({ mounts: {} });
  kernel.mount = () => {
    kernel.texts.set('/proc/self/mounts', 'bpf /sys/fs/bpf bpf rw 0 0\n');
    throw new SystemCallError('mount', 16);
  };
  t.equal(ensureMounted(kernel, bpffs), '/sys/fs/bpf');
});
