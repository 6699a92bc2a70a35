import t from 'tap';
import { attachSyscallProbe } from '../../../runtime/attach/syscall-probe.js';
import type { AttachKind } from '../../../runtime/attach/types.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import { contextOf, loadedProgram } from '../../fixtures/kernel/points.js';
import { probeFiles } from '../../fixtures/kernel/probe-files.js';

const symbols = (...names: readonly string[]): string =>
  names.map((name) => `ffffffff81000010 T ${name}\n`).join('');

function eventOf(kallsyms: string, kind: AttachKind, target: string, architecture: string) {
  const kernel = new FakeKernel({ files: { ...probeFiles, '/proc/kallsyms': kallsyms } });
  const program = loadedProgram(kind, target);
  attachSyscallProbe(program, contextOf(kernel, program), architecture);
  return /config \d \S+/.exec(kernel.log.find((line) => line.startsWith('perf_event_open')) ?? '')?.[0];
}

t.test('the entry of a system call is named by architecture', async (t) => {
  const all = symbols('__x64_sys_unlinkat', '__arm64_sys_unlinkat', '__se_sys_unlinkat');
  t.equal(eventOf(all, 'ksyscall', 'unlinkat', 'x64'), 'config 0 __x64_sys_unlinkat+0');
  t.equal(eventOf(all, 'kretsyscall', 'unlinkat', 'arm64'), 'config 1 __arm64_sys_unlinkat+0');
  t.equal(eventOf(all, 'ksyscall', 'unlinkat', 'ppc64'), 'config 0 __se_sys_unlinkat+0');
  t.equal(
    eventOf(symbols('__se_sys_unlinkat'), 'ksyscall', 'unlinkat', 'x64'),
    'config 0 __se_sys_unlinkat+0',
  );
  t.equal(
    eventOf('', 'ksyscall', 'unlinkat', 'x64'),
    'config 0 __x64_sys_unlinkat+0',
    'symbols that nobody may read',
  );
});

t.test('a call that the kernel has not is told with the nearest', async (t) => {
  t.throws(() => eventOf(symbols('__x64_sys_unlinkat', 'vfs_unlink'), 'ksyscall', 'unlinkta', 'x64'), {
    code: 'kernel-cannot',
    message: "attach 'prog' to ksyscall/unlinkta: kernel 6.1.0-test has no system call unlinkta",
    cure: 'nearest: unlinkat; try --attach prog=ksyscall/unlinkat',
  });
  t.throws(() => eventOf(symbols('__x64_sys_unlinkat'), 'ksyscall', '', 'x64'), {
    message: /no system call without a name$/,
    cure: 'a name as in ksyscall/unlinkat is wanted',
  });
});
