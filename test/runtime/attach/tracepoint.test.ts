import t from 'tap';
import { attachTracepoint } from '../../../runtime/attach/tracepoint.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import { contextOf, loadedProgram } from '../../fixtures/kernel/points.js';

const id = '/sys/kernel/tracing/events/syscalls/sys_enter_unlinkat/id';
const program = loadedProgram('tracepoint', 'syscalls/sys_enter_unlinkat');

t.test('a tracepoint is attached by the id in tracefs', async (t) => {
  const kernel = new FakeKernel({ files: { [id]: '737\n' } });
  attachTracepoint(program, contextOf(kernel, program));
  t.equal(kernel.log[0], 'perf_event_open type 2 config 737 pid -1 cpu 0');
});

t.test('one that the kernel has not is named with its neighbours', async (t) => {
  const kernel = new FakeKernel();
  t.throws(() => attachTracepoint(program, contextOf(kernel, program)), {
    code: 'kernel-cannot',
    message: /has no tracepoint syscalls\/sys_enter_unlinkat/,
  });
});

t.test('an id that may not be read, or an event that is refused, is a lack of permission', async (t) => {
  for (const call of [`open ${id}`, 'perf_event_open']) {
    const kernel = new FakeKernel({ files: { [id]: '737\n' } });
    kernel.fail(call, 13);
    t.throws(() => attachTracepoint(program, contextOf(kernel, program)), { code: 'not-permitted' }, call);
    t.same(kernel.openDescriptors, []);
  }
});
