import t from 'tap';
import {
  createTraceInstance,
  ensureTracefs,
  sweepTraceInstances,
} from '../../../runtime/kernel/trace-instance.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

const instance = '/sys/kernel/tracing/instances/tsecli-7-abc';

t.test('an instance records printk with command names, and is opened before it records', async (t) => {
  const kernel = new FakeKernel();
  const trace = await createTraceInstance(kernel, '7-abc');
  t.same(
    kernel.log.filter((line) => line.startsWith('write')),
    [
      `write ${instance}/options/record-cmd 1`,
      `write ${instance}/events/bpf_trace/bpf_trace_printk/enable 1`,
    ],
  );
  t.equal(kernel.descriptors.get(trace.pipe)?.path, `${instance}/trace_pipe`);
  t.equal(trace.tracefs, '/sys/kernel/tracing');
});

t.test('removing an instance closes its reader first, and twice is harmless', async (t) => {
  const kernel = new FakeKernel();
  const trace = await createTraceInstance(kernel, '7-abc');
  trace.remove();
  trace.remove();
  t.ok(kernel.log.indexOf(`close ${trace.pipe}`) < kernel.log.indexOf(`rmdir ${instance}`));
  t.notOk(kernel.exists(instance));
  t.same(kernel.openDescriptors, []);
});

t.test('a kernel without the printk event is named', async (t) => {
  const kernel = new FakeKernel({ release: '5.8.0' });
  kernel.directories.delete('/sys/kernel/tracing/events/bpf_trace/bpf_trace_printk');
  await t.rejects(createTraceInstance(kernel, '7-abc'), {
    code: 'kernel-cannot',
    message: /kernel 5.8.0 has no trace event bpf_trace_printk/,
  });
});

t.test('who may not look into tracefs is told so, not that the event is missing', async (t) => {
  const kernel = new FakeKernel();
  kernel.fail('open /sys/kernel/tracing/instances', 13);
  await t.rejects(createTraceInstance(kernel, '7-abc'), { code: 'not-permitted', cure: /--lab/ });
});

t.test('an instance that cannot be completed is removed again', async (t) => {
  const kernel = new FakeKernel();
  kernel.fail(`open ${instance}/events/bpf_trace/bpf_trace_printk/enable`, 12);
  await t.rejects(createTraceInstance(kernel, '7-abc'), { message: /errno 12$/ });
  t.notOk(kernel.exists(instance));
  t.same(kernel.openDescriptors, []);
});

t.test(
  'a sweep takes our dead instances only, and none where tracefs is not mounted or not readable',
  async (t) => {
    const kernel = new FakeKernel();
    kernel.addDirectory('/sys/kernel/tracing/instances/somebody-else');
    kernel.addDirectory('/sys/kernel/tracing/instances/tsecli-dead');
    t.same(await sweepTraceInstances(kernel), ['/sys/kernel/tracing/instances/tsecli-dead']);
    t.same(kernel.list('/sys/kernel/tracing/instances'), ['somebody-else']);
    kernel.fail('open /sys/kernel/tracing/instances', 13);
    t.same(await sweepTraceInstances(kernel), []);
    const bare = new FakeKernel({ mounts: {} });
    t.same(await sweepTraceInstances(bare), []);
    t.same(bare.log, []);
  },
);

t.test('tracefs is mounted when it is not', async (t) => {
  const kernel = new FakeKernel({ mounts: {} });
  t.equal(ensureTracefs(kernel), '/sys/kernel/tracing');
  t.same(kernel.log, ['mount tracefs /sys/kernel/tracing']);
});

t.test('an instance that is busy is left for the next sweep', async (t) => {
  const kernel = new FakeKernel();
  const trace = await createTraceInstance(kernel, '7-abc');
  kernel.fail(`rmdir ${instance}`, 16);
  trace.remove();
  t.ok(kernel.exists(instance));
  t.same(kernel.openDescriptors, []);
});

t.test('its buffer has the wished size; a kernel that has no such memory is quoted', async (t) => {
  const kernel = new FakeKernel();
  await createTraceInstance(kernel, '7-abc', 5000);
  t.ok(kernel.log.includes(`write ${instance}/buffer_size_kb 5`));
  const poor = new FakeKernel();
  poor.fail(`open ${instance}/buffer_size_kb`, 12);
  await t.rejects(createTraceInstance(poor, '7-abc', 2 ** 31), {
    code: 'kernel-cannot',
    message: /^give the trace a buffer of 2147483648 bytes for each processor: .*ENOMEM/,
    cure: /--buffer-size/,
  });
  t.notOk(poor.exists(instance));
});
