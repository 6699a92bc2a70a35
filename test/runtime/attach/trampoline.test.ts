import t from 'tap';
import { attachTrampoline } from '../../../runtime/attach/trampoline.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import { contextOf, loadedProgram } from '../../fixtures/kernel/points.js';

const program = loadedProgram('fentry', 'do_unlinkat');

t.test('a program whose target was fixed at loading is attached without a name', async (t) => {
  const kernel = new FakeKernel();
  attachTrampoline(program, contextOf(kernel, program));
  t.same(kernel.log, ['raw_tracepoint_open 5 -']);
});

t.test('an architecture without trampolines is told, and any other refusal', async (t) => {
  const expected = [
    [524, { code: 'kernel-cannot', message: /no BPF trampolines/, cure: /kprobe/ }],
    [95, { code: 'kernel-cannot', message: /no BPF trampolines/ }],
    [1, { code: 'not-permitted' }],
    [16, { code: 'attach-failed', message: /EBUSY/ }],
  ] as const;
  for (const [errno, error] of expected) {
    const kernel = new FakeKernel();
    kernel.fail('bpf raw_tracepoint_open', errno);
    t.throws(() => attachTrampoline(program, contextOf(kernel, program)), error);
  }
});
