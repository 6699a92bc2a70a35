import t from 'tap';
import { openUprobeEvent } from '../../../runtime/kernel/uprobe-event.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

const pmu = { type: 7, returnConfig: 1n };
const probe = { path: '/opt/target', offset: 240, atReturn: false, pid: undefined, semaphore: 0 };

t.test('a probe of every process names a processor, one of a process none', async (t) => {
  const kernel = new FakeKernel();
  openUprobeEvent(kernel, pmu, probe);
  openUprobeEvent(kernel, pmu, { ...probe, pid: 7 });
  t.same(kernel.log, [
    'perf_event_open type 7 config 0 /opt/target+240 pid -1 cpu 0',
    'perf_event_open type 7 config 0 /opt/target+240 pid 7 cpu -1',
  ]);
});

t.test('return and semaphore are bits of the configuration', async (t) => {
  const kernel = new FakeKernel();
  openUprobeEvent(kernel, pmu, { ...probe, atReturn: true, semaphore: 0x184 });
  t.match(kernel.log[0], new RegExp(`config ${(0x184n << 32n) | 1n} `));
});
