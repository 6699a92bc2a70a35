import t from 'tap';
import { attachPerfSamples } from '../../../runtime/attach/perf-samples.js';
import { SystemCallError } from '../../../runtime/kernel/libc.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import { contextOf, loadedProgram } from '../../fixtures/kernel/points.js';
import { until } from '../../fixtures/until.js';

const program = loadedProgram('perf_event', '');

function kernelWithCpus(): FakeKernel {
  return new FakeKernel({ files: { '/sys/devices/system/cpu/online': '0,2-3\n' } });
}

function attach(kernel: FakeKernel, pid?: number) {
  const context = contextOf(kernel, program);
  return attachPerfSamples(program, { ...context, options: { ...context.options, pid } });
}

const events = (kernel: FakeKernel): readonly string[] =>
  kernel.log.filter((line) => line.startsWith('perf_event_open'));

t.test('each processor that is online is sampled', async (t) => {
  const kernel = kernelWithCpus();
  const link = attach(kernel);
  t.same(
    events(kernel),
    [0, 2, 3].map((cpu) => `perf_event_open type 0 config 0 pid -1 cpu ${cpu}`),
  );
  link[Symbol.dispose]();
  t.same(kernel.openDescriptors, []);
});

t.test('a processor that comes back, or comes new, is sampled again', async (t) => {
  const kernel = kernelWithCpus();
  using link = attach(kernel);
  const stop = new AbortController();
  const kept = link.keep?.(stop.signal);
  const eventOf3 = [...kernel.descriptors].filter(([, { what }]) => what === 'event').at(-1)?.[0] ?? 0;
  const opened = (count: number) => until(() => events(kernel).length === count);
  // It was away for less time than passes between two looks.
  kernel.deadEvents.add(eventOf3);
  await opened(4);
  kernel.addFile('/sys/devices/system/cpu/online', '0-3\n');
  await opened(5);
  t.same(
    events(kernel),
    [0, 2, 3, 3, 1].map((cpu) => `perf_event_open type 0 config 0 pid -1 cpu ${cpu}`),
  );
  t.equal(kernel.openDescriptors.length, 8, 'the event that was dead is closed');
  kernel.fail('perf_event_open', 24);
  for (const [fd, { what }] of kernel.descriptors) if (what === 'event') kernel.deadEvents.add(fd);
  await t.rejects(kept ?? Promise.resolve(), { code: 'attach-failed', message: /EMFILE/ });
});

t.test("a machine that counts no cycles goes by the kernel's clock", async (t) => {
  for (const errno of [2, 19, 95]) {
    const kernel = kernelWithCpus();
    const open = kernel.perfEventOpen.bind(kernel);
    kernel.perfEventOpen = (attributes, ...rest) => {
      if (attributes[0] === 0) throw new SystemCallError('perf_event_open', errno);
      return open(attributes, ...rest);
    };
    attach(kernel);
    t.match(events(kernel), [/type 1 .* cpu 0$/, /type 1 .* cpu 2$/, /type 1 .* cpu 3$/]);
  }
});

t.test('each thread of a process is sampled, wherever it runs', async (t) => {
  const kernel = kernelWithCpus();
  for (const thread of [7, 9]) kernel.addDirectory(`/proc/7/task/${thread}`);
  attach(kernel, 7);
  t.match(events(kernel), [/pid 7 cpu -1$/, /pid 9 cpu -1$/]);
});

t.test('who is not there, or refuses, is told, and nothing stays open', async (t) => {
  t.throws(() => attach(kernelWithCpus(), 7), { code: 'attach-failed', message: /there is no process 7$/ });
  for (const [errno, expected] of [
    [3, { message: /there is no process 7$/ }],
    [13, { code: 'not-permitted', message: /EACCES/ }],
    [22, { code: 'attach-failed', message: /EINVAL/ }],
  ] as const) {
    const kernel = kernelWithCpus();
    kernel.addDirectory('/proc/7/task/7');
    kernel.fail('perf_event_open', errno);
    t.throws(() => attach(kernel, 7), expected);
    t.same(kernel.openDescriptors, []);
  }
});
