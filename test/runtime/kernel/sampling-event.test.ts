import t from 'tap';
import { openSamplingEvent } from '../../../runtime/kernel/sampling-event.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

t.test("samples are of the processor's cycles, or of the kernel's clock", async (t) => {
  const kernel = new FakeKernel();
  openSamplingEvent(kernel, { clock: 'cycles', frequency: 99, thread: -1, cpu: 3 });
  openSamplingEvent(kernel, { clock: 'software', frequency: 99, thread: 7, cpu: -1 });
  t.same(kernel.log, [
    'perf_event_open type 0 config 0 pid -1 cpu 3',
    'perf_event_open type 1 config 0 pid 7 cpu -1',
  ]);
});

t.test('the number is a frequency, not a period', async (t) => {
  const kernel = new FakeKernel();
  let attributes = new Uint8Array();
  kernel.perfEventOpen = (bytes) => {
    attributes = Uint8Array.from(bytes);
    return 3;
  };
  openSamplingEvent(kernel, { clock: 'software', frequency: 99, thread: -1, cpu: 0 });
  const view = new DataView(attributes.buffer);
  t.equal(view.getBigUint64(16, true), 99n);
  t.equal(view.getBigUint64(40, true), 1n << 10n);
});
