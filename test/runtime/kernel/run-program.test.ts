import t from 'tap';
import { runProgram } from '../../../runtime/kernel/run-program.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

t.test('a program is run once, and its answer is a signed number', async (t) => {
  const kernel = new FakeKernel();
  kernel.returned = -22;
  t.equal(runProgram(kernel, 5), -22);
  t.same(kernel.log, ['prog_run 5']);
});

t.test('a kernel that refuses is an error', async (t) => {
  const kernel = new FakeKernel();
  kernel.fail('bpf prog_run', 22);
  t.throws(() => runProgram(kernel, 5), { message: /errno 22$/ });
});
