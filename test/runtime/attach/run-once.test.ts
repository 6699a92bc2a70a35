import t from 'tap';
import { runOnce } from '../../../runtime/attach/run-once.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import { contextOf, loadedProgram } from '../../fixtures/kernel/points.js';

const program = loadedProgram('syscall', '');

t.test('a program is run, and holds nothing', async (t) => {
  const kernel = new FakeKernel();
  runOnce(program, contextOf(kernel, program))[Symbol.dispose]();
  t.same(kernel.log, ['prog_run 5']);
});

t.test('anything but 0 is told, an errno in words', async (t) => {
  const kernel = new FakeKernel();
  const run = (): unknown => runOnce(program, contextOf(kernel, program));
  kernel.returned = -22;
  t.throws(run, { code: 'attach-failed', message: "run 'prog': it returned -22: invalid argument (EINVAL)" });
  kernel.returned = 7;
  t.throws(run, { code: 'attach-failed', message: "run 'prog': it returned 7" });
});

t.test('a kernel that does not run it is told', async (t) => {
  const kernel = new FakeKernel();
  kernel.fail('bpf prog_run', 22);
  t.throws(() => runOnce(program, contextOf(kernel, program)), {
    code: 'attach-failed',
    cure: /Linux 5\.14/,
  });
  kernel.fail('bpf prog_run', 1);
  t.throws(() => runOnce(program, contextOf(kernel, program)), { code: 'not-permitted' });
});
