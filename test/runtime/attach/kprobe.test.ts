import t from 'tap';
import { attachKprobe } from '../../../runtime/attach/kprobe.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import { contextOf, loadedProgram } from '../../fixtures/kernel/points.js';

const pmu = '/sys/bus/event_source/devices/kprobe';
const files = {
  [`${pmu}/type`]: '6\n',
  [`${pmu}/format/retprobe`]: 'config:0\n',
  '/proc/kallsyms': '0000000000000000 t filename_unlinkat\n0000000000000000 t vfs_unlink\n',
};

t.test('a kprobe stands at the entry or an offset, a kretprobe at the return', async (t) => {
  const kernel = new FakeKernel({ files });
  const entry = loadedProgram('kprobe', 'vfs_unlink', 'prog', 16);
  attachKprobe(entry, contextOf(kernel, entry));
  const exit = loadedProgram('kretprobe', 'vfs_unlink');
  attachKprobe(exit, contextOf(kernel, exit));
  t.same(
    kernel.log.filter((line) => line.startsWith('perf')),
    [
      'perf_event_open type 6 config 0 vfs_unlink+16 pid -1 cpu 0',
      'perf_event_open type 6 config 1 vfs_unlink+0 pid -1 cpu 0',
    ],
  );
});

t.test('detaching closes all that attaching opened', async (t) => {
  const kernel = new FakeKernel({ files });
  const program = loadedProgram('kprobe', 'vfs_unlink');
  const link = attachKprobe(program, contextOf(kernel, program));
  t.equal(kernel.openDescriptors.length, 2);
  link[Symbol.dispose]();
  t.same(kernel.openDescriptors, []);
});

t.test('a kernel without kprobes is named, and the lab', async (t) => {
  const program = loadedProgram('kprobe', 'vfs_unlink');
  t.throws(() => attachKprobe(program, contextOf(new FakeKernel(), program)), {
    code: 'kernel-cannot',
    message:
      "attach 'prog' to kprobe/vfs_unlink: kernel 6.1.0-test was built without kprobes (CONFIG_KPROBES)",
    cure: 'use --lab',
  });
});

t.test('each refusal of the kernel is explained', async (t) => {
  const cases: readonly (readonly [number, string, { code: string; message?: RegExp; cure?: RegExp }])[] = [
    [
      2,
      'do_unlinkat',
      { code: 'kernel-cannot', message: /has no function do_unlinkat/, cure: /filename_unlinkat/ },
    ],
    [2, 'vfs_unlink', { code: 'attach-failed' }],
    [22, 'vfs_unlink', { code: 'attach-failed', cure: /lets nobody probe/ }],
    [22, 'do_unlinkat', { code: 'kernel-cannot' }],
    [84, 'vfs_unlink', { code: 'attach-failed', cure: /no instruction of vfs_unlink starts at offset 0/ }],
    [99, 'vfs_unlink', { code: 'attach-failed', cure: /several functions called vfs_unlink/ }],
    [1, 'vfs_unlink', { code: 'not-permitted' }],
    [13, 'vfs_unlink', { code: 'not-permitted' }],
    [12, 'vfs_unlink', { code: 'attach-failed', message: /ENOMEM/ }],
  ];
  for (const [errno, target, expected] of cases) {
    const kernel = new FakeKernel({ files });
    kernel.fail('perf_event_open', errno);
    const program = loadedProgram('kprobe', target);
    t.throws(() => attachKprobe(program, contextOf(kernel, program)), expected, `${errno} for ${target}`);
    t.same(kernel.openDescriptors, []);
  }
});
