import t from 'tap';
import { missingHook } from '../../../runtime/attach/missing-hook.js';
import type { AttachKind } from '../../../runtime/attach/types.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import { loadedProgram } from '../../fixtures/kernel/points.js';

const files = {
  '/proc/kallsyms': 'ffffffff81000010 T bpf_lsm_inode_unlink\nffffffff81000020 T inode_unlink_now\n',
};
const explain = (kind: AttachKind, target: string) =>
  missingHook(loadedProgram(kind, target), new FakeKernel({ files }), undefined);

t.test('a hook that is not there is told with the nearest hooks', async (t) => {
  t.match(explain('lsm', 'inode_unlnk'), {
    code: 'kernel-cannot',
    message: "attach 'prog': kernel 6.1.0-test has no LSM hook inode_unlnk",
    cure: 'nearest: inode_unlink; try --attach prog=lsm/inode_unlink',
  });
  t.match(explain('lsm_cgroup', 'inode_unlnk')?.cure, /try --attach prog=lsm_cgroup\/inode_unlink/);
  t.match(explain('iter', 'tusk'), {
    message: "attach 'prog': kernel 6.1.0-test has no iterator tusk",
    cure: /^nearest: task; try --attach prog=iter\/task/,
  });
  t.match(explain('lsm', 'zzzzzzzz'), { cure: 'use --lab' });
});

t.test('other kinds have no hooks', async (t) => {
  t.equal(explain('fentry', 'do_unlinkat'), undefined);
});
