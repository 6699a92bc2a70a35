import t from 'tap';
import { SystemCallError } from '../../../runtime/kernel/libc.js';
import { countLost, enableOutputEvent, openOutputEvent } from '../../../runtime/kernel/perf-output.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

t.test('an output event belongs to one processor, and is enabled by itself', async (t) => {
  const kernel = new FakeKernel();
  const event = openOutputEvent(kernel, 3, 4096);
  t.match(kernel.log.at(-1), 'perf_event_open type 1 config 10 pid -1 cpu 3');
  enableOutputEvent(kernel, event);
  t.equal(kernel.log.at(-1), `ioctl ${event} 2400 0`);
});

t.test('a kernel that does not count lost ones is asked without', async (t) => {
  const kernel = new FakeKernel();
  const formats: bigint[] = [];
  kernel.perfEventOpen = (attributes) => {
    const format = new DataView(attributes.buffer).getBigUint64(32, true);
    formats.push(format);
    if (format !== 1n) throw new SystemCallError('perf_event_open', 22);
    return 7;
  };
  t.equal(openOutputEvent(kernel, 0, 1), 7);
  t.same(formats, [17n, 1n]);
  kernel.perfEventOpen = () => {
    throw new SystemCallError('perf_event_open', 19);
  };
  t.throws(() => openOutputEvent(kernel, 0, 1), { message: /errno 19$/ });
});

t.test('how many were lost, where the kernel says it', async (t) => {
  const kernel = new FakeKernel();
  kernel.read = (_, into) => {
    new DataView(into.buffer).setBigUint64(16, 5n, true);
    return 24;
  };
  t.equal(countLost(kernel, 7), 5);
  kernel.read = () => 16;
  t.equal(countLost(kernel, 7), undefined);
});
