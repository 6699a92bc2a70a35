import t from 'tap';
import { watchCpuEvents } from '../../../runtime/kernel/cpu-events.js';
import { openOutputEvent } from '../../../runtime/kernel/perf-output.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

const path = '/sys/devices/system/cpu/online';

t.test('processors that came new, or whose events have ended with them', async (t) => {
  const kernel = new FakeKernel({ files: { [path]: '0-2\n' } });
  const events = new Map([0, 1].map((cpu) => [cpu, openOutputEvent(kernel, cpu, 4096)]));
  const silent = watchCpuEvents(kernel);
  t.same(silent(events), [2], 'one that has none');
  t.same(silent(events), [2]);
  kernel.deadEvents.add(events.get(1) ?? 0);
  kernel.addFile(path, '0,2\n');
  t.same(silent(events), [2], 'one that does not run needs none');
  kernel.addFile(path, '0-2\n');
  t.same(silent(events), [1, 2], 'it came back');
  events.set(1, openOutputEvent(kernel, 1, 4096));
  t.same(silent(events), [2]);
});

t.test('one that went and came back between two looks is found by its clock', async (t) => {
  const kernel = new FakeKernel({ files: { [path]: '0\n' } });
  const events = new Map([[0, openOutputEvent(kernel, 0, 4096)]]);
  const silent = watchCpuEvents(kernel);
  t.same(silent(events), []);
  kernel.deadEvents.add(events.get(0) ?? 0);
  silent(events);
  t.same(silent(events), [0]);
});
