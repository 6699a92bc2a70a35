import t from 'tap';
import { attachKprobeMulti } from '../../../runtime/attach/kprobe-multi.js';
import type { AttachKind } from '../../../runtime/attach/types.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import { contextOf, loadedProgram } from '../../fixtures/kernel/points.js';
import { probeFiles } from '../../fixtures/kernel/probe-files.js';

const list = '/sys/kernel/tracing/available_filter_functions_addrs';
const files = {
  ...probeFiles,
  [list]: 'ffffffff81000010 vfs_unlink\nffffffff81000020 vfs_rename\nffffffff81000030 filename_unlinkat\n',
  '/proc/kallsyms':
    'ffffffff81000010 T vfs_unlink\nffffffff81000030 t filename_unlinkat\nffffffff81000040 t hidden\n',
};

function attach(kernel: FakeKernel, kind: AttachKind, target: string, single = false) {
  const program = { ...loadedProgram(kind, target), single };
  return attachKprobeMulti(program, contextOf(kernel, program));
}

t.test('all functions that match are one link', async (t) => {
  const kernel = new FakeKernel({ files });
  attach(kernel, 'kprobe.multi', 'vfs_*');
  t.match(kernel.log, [/^link_create 5 0 type 42/]);
  t.equal(kernel.linkAttributes[0]?.getUint32(20, true), 2);
  attach(kernel, 'kretprobe.multi', 'vfs_unlink');
  t.equal(kernel.linkAttributes[1]?.getUint32(16, true), 1);
  t.equal(kernel.linkAttributes[1]?.getUint32(20, true), 1);
});

t.test('a program that was loaded for one probe has one for each', async (t) => {
  const kernel = new FakeKernel({ files });
  const link = attach(kernel, 'kretprobe.multi', 'vfs_*', true);
  t.same(
    kernel.log.filter((line) => line.startsWith('perf_event_open')),
    [
      'perf_event_open type 6 config 1 vfs_unlink+0 pid -1 cpu 0',
      'perf_event_open type 6 config 1 vfs_rename+0 pid -1 cpu 0',
    ],
  );
  link[Symbol.dispose]();
  t.same(kernel.openDescriptors, []);
  kernel.fail('ioctl 2400', 22);
  t.throws(() => attach(kernel, 'kprobe.multi', 'vfs_*', true), { code: 'attach-failed' });
  t.same(kernel.openDescriptors, [], 'or none');
});

t.test('too many for that are an error', async (t) => {
  const many = Array.from({ length: 201 }, (_, index) => `ffffffff81000010 many_${index}\n`).join('');
  const kernel = new FakeKernel({ files: { ...files, [list]: many } });
  t.throws(() => attach(kernel, 'kprobe.multi', 'many_*', true), {
    code: 'kernel-cannot',
    message: /matches 201 functions, and kernel 6\.1\.0-test has no probes for many at once/,
    cure: /at most 200/,
  });
});

t.test('a pattern that matches nothing, and a name that is not there, are told', async (t) => {
  const kernel = new FakeKernel({ files });
  t.throws(() => attach(kernel, 'kprobe.multi', 'nothing_*'), {
    code: 'kernel-cannot',
    message: /has no function that can be traced and matches 'nothing_\*'$/,
  });
  t.throws(() => attach(kernel, 'kprobe.multi', 'do_unlinkat'), {
    code: 'kernel-cannot',
    message: /has no function do_unlinkat$/,
    cure: /filename_unlinkat/,
  });
  t.throws(() => attach(kernel, 'kprobe.multi', 'hidden'), {
    code: 'kernel-cannot',
    message: /can be traced/,
  });
});

t.test('a list that cannot be read is told', async (t) => {
  t.throws(() => attach(new FakeKernel(), 'kprobe.multi', 'vfs_*'), {
    code: 'kernel-cannot',
    message: /cannot read which functions can be traced: no such file/,
  });
  const locked = new FakeKernel({ files });
  locked.fail(`open ${list}`, 1);
  t.throws(() => attach(locked, 'kprobe.multi', 'vfs_*'), { code: 'not-permitted' });
});

t.test('a session needs the kernel to have them, and other refusals are told as they are', async (t) => {
  const kernel = new FakeKernel({ files });
  kernel.fail('bpf link_create', 95);
  t.throws(() => attach(kernel, 'kprobe.session', 'vfs_*'), {
    code: 'kernel-cannot',
    message: /Linux 6\.10/,
  });
  t.throws(() => attach(kernel, 'kprobe.multi', 'vfs_*'), {
    code: 'attach-failed',
    message: /ENOTSUP|EOPNOTSUPP/,
  });
});
