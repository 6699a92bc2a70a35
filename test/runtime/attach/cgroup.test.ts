import t from 'tap';
import { attachCgroup } from '../../../runtime/attach/cgroup.js';
import type { LoadedProgram } from '../../../runtime/attach/types.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import { contextOf, loadedProgram } from '../../fixtures/kernel/points.js';

const cgroup = '/sys/fs/cgroup/app';
const programIn = (section: string): LoadedProgram => ({ ...loadedProgram('cgroup', ''), section });

function attach(section: string, errno?: number) {
  const kernel = new FakeKernel();
  kernel.addFile(`${cgroup}/cgroup.controllers`, '');
  if (errno !== undefined) kernel.fail('bpf link_create', errno);
  const context = contextOf(kernel);
  const run = () => attachCgroup(programIn(section), { ...context, options: { ...context.options, cgroup } });
  return { kernel, run };
}

t.test('a program is linked to the hook of its section; the link alone is kept', async (t) => {
  for (const [section, type] of [
    ['cgroup/connect4', 10],
    ['cgroup_skb/egress', 1],
    ['sockops', 3],
    ['lsm_cgroup/socket_bind', 43],
  ] as const) {
    const { kernel, run } = attach(section);
    const link = run();
    t.same(kernel.log, [`link_create 5 100 type ${type}`, 'close 100'], section);
    link[Symbol.dispose]();
    t.same(kernel.openDescriptors, []);
  }
});

t.test('a hook that the kernel has not is told with the kernel that has it', async (t) => {
  const { kernel, run } = attach('cgroup/connect_unix', 22);
  t.throws(run, {
    code: 'kernel-cannot',
    message:
      "attach 'prog' to cgroup/connect_unix at /sys/fs/cgroup/app: kernel 6.1.0-test has no such hook (Linux 6.7 and later have it)",
  });
  t.same(kernel.openDescriptors, []);
});

t.test('other refusals are explained', async (t) => {
  t.throws(attach('cgroup/connect4', 22).run, { code: 'attach-failed', message: /EINVAL/ });
  t.throws(attach('cgroup/connect4', 1).run, { code: 'not-permitted' });
  t.throws(attach('cgroup/connect4', 19).run, { code: 'attach-failed', message: /the cgroup is gone/ });
  t.throws(attach('cgroup/nothing').run, { code: 'attach-failed', message: /no such hook/ });
});
