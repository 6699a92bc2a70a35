import t from 'tap';
import { attachRawTracepoint } from '../../../runtime/attach/raw-tp.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import { contextOf, loadedProgram } from '../../fixtures/kernel/points.js';

const program = loadedProgram('raw_tp', 'sys_enter');

t.test('a raw tracepoint is attached by its name', async (t) => {
  const kernel = new FakeKernel();
  const link = attachRawTracepoint(program, contextOf(kernel, program));
  t.same(kernel.log, ['raw_tracepoint_open 5 sys_enter']);
  link[Symbol.dispose]();
  t.same(kernel.openDescriptors, []);
});

t.test('one that the kernel has not, and any other refusal, is explained', async (t) => {
  const expected = [
    [2, { code: 'kernel-cannot', message: /has no tracepoint sys_enter/ }],
    [1, { code: 'not-permitted' }],
    [22, { code: 'attach-failed', message: /EINVAL/ }],
  ] as const;
  for (const [errno, error] of expected) {
    const kernel = new FakeKernel();
    kernel.fail('bpf raw_tracepoint_open', errno);
    t.throws(() => attachRawTracepoint(program, contextOf(kernel, program)), error);
  }
});
