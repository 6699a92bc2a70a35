import t from 'tap';
import { attachLsm } from '../../../runtime/attach/lsm.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import { contextOf, loadedProgram } from '../../fixtures/kernel/points.js';

const program = loadedProgram('lsm', 'inode_unlink');

t.test('a program is attached where bpf is among the security modules, or nobody says', async (t) => {
  for (const files of [{ '/sys/kernel/security/lsm': 'lockdown,capability,bpf' }, {}]) {
    const kernel = new FakeKernel({ files });
    attachLsm(program, contextOf(kernel, program));
    t.same(kernel.log, ['raw_tracepoint_open 5 -']);
  }
});

t.test('a kernel that would never run it is named, with what to boot it with', async (t) => {
  const kernel = new FakeKernel({ files: { '/sys/kernel/security/lsm': 'lockdown,capability,yama\n' } });
  t.throws(() => attachLsm(program, contextOf(kernel, program)), {
    code: 'kernel-cannot',
    message: "attach 'prog' to lsm/inode_unlink: kernel 6.1.0-test runs without the security module bpf",
    cure: /^boot it with lsm=lockdown,capability,yama,bpf/,
  });
  t.same(kernel.log, []);
});
