import t from 'tap';
import {
  hasKernelFunction,
  kernelFunctions,
  kernelTracepoints,
} from '../../../runtime/kernel/kernel-functions.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

const kallsyms = [
  'ffffffff81000000 T do_unlinkat',
  '0000000000000000 t filename_unlinkat',
  'ffffffff81000000 t do_unlinkat',
  'ffffffff81000000 t do_unlinkat.cold',
  'ffffffff81000000 t __pfx_do_unlinkat',
  'ffffffff81000000 D some_data',
  'ffffffff81000000 t args__unlinkat',
  'ffffffff81000000 t event_enter__unlinkat',
  'ffffffffc0000000 t bpf_prog_fa2bc72cbfd98e24_do_unlinkat\t[bpf]',
  'ffffffffc0000000 t ftrace_trampoline\t[__builtin__ftrace]',
  'ffffffffc0000000 t ext4_unlink\t[ext4]',
  '',
].join('\n');

t.test(
  'functions are listed once each, of modules too, without data and what the compiler made',
  async (t) => {
    const kernel = new FakeKernel({ files: { '/proc/kallsyms': kallsyms } });
    t.same(kernelFunctions(kernel), ['do_unlinkat', 'filename_unlinkat', 'ext4_unlink']);
  },
);

t.test('tracepoints are listed as category/name', async (t) => {
  const kernel = new FakeKernel({
    files: {
      '/sys/kernel/tracing/available_events': 'sched:sched_process_exec\nsyscalls:sys_enter_unlinkat\n',
    },
  });
  t.same(kernelTracepoints(kernel, '/sys/kernel/tracing'), [
    'sched/sched_process_exec',
    'syscalls/sys_enter_unlinkat',
  ]);
});

t.test('where the lists are unreadable there are no names, and no error', async (t) => {
  t.same(kernelFunctions(new FakeKernel()), []);
  t.same(kernelTracepoints(new FakeKernel(), '/sys/kernel/tracing'), []);
});

t.test('a single global function is asked for by its name', async (t) => {
  const files = { '/proc/kallsyms': 'ffffffff81000010 T register_fprobe_ips\nffffffff81000020 t local\n' };
  t.equal(hasKernelFunction(new FakeKernel({ files }), 'register_fprobe_ips'), true);
  t.equal(hasKernelFunction(new FakeKernel({ files }), 'fprobe_ips'), false);
  t.equal(hasKernelFunction(new FakeKernel({ files }), 'local'), false);
  t.equal(hasKernelFunction(new FakeKernel(), 'register_fprobe_ips'), false);
});
