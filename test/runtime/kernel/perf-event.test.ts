import t from 'tap';
import {
  attachToPerfEvent,
  openProbeEvent,
  openTracepointEvent,
} from '../../../runtime/kernel/perf-event.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

t.test('a tracepoint event carries the id, for every process', async (t) => {
  const kernel = new FakeKernel();
  openTracepointEvent(kernel, 737);
  t.same(kernel.log, ['perf_event_open type 2 config 737 pid -1 cpu 0']);
});

t.test('a probe event carries function, offset and the return bit', async (t) => {
  const kernel = new FakeKernel();
  openProbeEvent(kernel, { type: 6, config: 1n, functionName: 'do_unlinkat', offset: 16 });
  t.same(kernel.log, ['perf_event_open type 6 config 1 do_unlinkat+16 pid -1 cpu 0']);
});

t.test('a program is attached by a link, and the event enabled', async (t) => {
  const kernel = new FakeKernel();
  const event = openTracepointEvent(kernel, 1);
  const held = attachToPerfEvent(kernel, 5, event);
  t.equal(held.length, 2);
  t.equal(held[1], event);
  t.same(kernel.log.slice(1), [`link_create 5 ${event} type 41`, `ioctl ${event} 2400 0`]);
});

t.test('a kernel without perf links takes the program by ioctl', async (t) => {
  const kernel = new FakeKernel();
  kernel.fail('bpf link_create', 22);
  const event = openTracepointEvent(kernel, 1);
  t.same(attachToPerfEvent(kernel, 5, event), [event]);
  t.same(kernel.log.slice(1), [`ioctl ${event} 40042408 5`, `ioctl ${event} 2400 0`]);
});

t.test('whatever fails, nothing stays open', async (t) => {
  const attempts: readonly (readonly [string, number])[][] = [
    [['bpf link_create', 1]],
    [
      ['bpf link_create', 22],
      ['ioctl 40042408', 22],
    ],
    [['ioctl 2400', 22]],
  ];
  for (const failures of attempts) {
    const kernel = new FakeKernel();
    for (const [call, errno] of failures) kernel.fail(call, errno);
    const event = openTracepointEvent(kernel, 1);
    t.throws(() => attachToPerfEvent(kernel, 5, event), {
      message: new RegExp(`errno ${failures.at(-1)?.[1]}$`),
    });
    t.same(kernel.openDescriptors, [], JSON.stringify(failures));
  }
});
