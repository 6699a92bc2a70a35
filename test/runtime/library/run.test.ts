import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import t from 'tap';
import { realKernel } from '../../../runtime/kernel/real-kernel.js';
import { ensureTracefs } from '../../../runtime/kernel/trace-instance.js';
import { run, runOn } from '../../../runtime/library/run.js';
import type { RunEvent } from '../../../runtime/library/types.js';
import { failingBpftool, fakeBpftool } from '../../fixtures/kernel/fake-bpftool.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import { hostCannotTrace } from '../../fixtures/kernel/native.js';
import { openFixture } from '../../fixtures/kernel/packages.js';

const skip = hostCannotTrace();
const id = '/sys/kernel/tracing/events/syscalls/sys_enter_unlinkat/id';
const instances = '/sys/kernel/tracing/instances';
const line = '              rm-9346    [005] d..3  4710.951696: bpf_trace_printk: hello\n\n';

function fakePlace(): {
  readonly kernel: FakeKernel;
  readonly feed: () => void;
  readonly left: () => unknown;
} {
  const kernel = new FakeKernel({ files: { [id]: '737\n' } });
  return {
    kernel,
    feed: () => kernel.feed(`${instances}/${kernel.list(instances)[0]}/trace_pipe`, line),
    left: () => [kernel.openDescriptors, kernel.list(instances)],
  };
}

t.test('a run gives its events as objects, and leaves nothing when it is stopped', async (t) => {
  const { kernel, feed, left } = fakePlace();
  const running = runOn(
    openFixture('tracepoint'),
    {},
    { kernel, bpftool: fakeBpftool(kernel, 'on_unlinkat') },
  );
  t.match(await running.ready, {
    programs: [
      { program: 'on_unlinkat', section: 'tracepoint/syscalls/sys_enter_unlinkat', note: undefined },
    ],
    notes: [],
  });
  feed();
  const events: RunEvent[] = [];
  for await (const event of running) {
    events.push(event);
    if (events.length === 1) {
      feed();
      running.stop();
    }
  }
  const traced = {
    kind: 'trace',
    comm: 'rm',
    pid: 9346,
    cpu: 5,
    flags: 'd..3',
    seconds: 4710.951696,
    message: 'hello',
  };
  t.same(events, [traced, traced]);
  t.equal(running.received, 2);
  t.equal(running.lost, 0);
  t.same(left(), [[], []]);
});

t.test('leaving the loop detaches, and so does disposing without a loop', async (t) => {
  const first = fakePlace();
  const place = { kernel: first.kernel, bpftool: fakeBpftool(first.kernel, 'on_unlinkat') };
  const running = runOn(openFixture('tracepoint'), {}, place);
  await running.ready;
  first.feed();
  for await (const event of running) {
    t.equal(event.kind, 'trace');
    break;
  }
  t.same(first.left(), [[], []]);

  const second = fakePlace();
  const other = { kernel: second.kernel, bpftool: fakeBpftool(second.kernel, 'on_unlinkat') };
  {
    await using unused = runOn(openFixture('tracepoint'), {}, other);
    await unused.ready;
    second.feed();
  }
  t.same(second.left(), [[], []]);
});

t.test('what prevents a run rejects ready and is thrown by the loop', async (t) => {
  const { kernel } = fakePlace();
  const place = { kernel, bpftool: failingBpftool('libbpf: kernel BTF is missing\n') };
  const running = runOn(openFixture('tracepoint'), {}, place);
  await t.rejects(running.toArray(), { name: 'TseccError' });
  await t.rejects(running.ready, { name: 'TseccError' });
  const wrong = runOn(openFixture('tracepoint'), { args: { nothing: 1 } }, place);
  await t.rejects(wrong.ready, { code: 'usage', message: /--nothing/ });
  const help = runOn(openFixture('tracepoint'), { args: ['--help'] }, place);
  await t.rejects(help.ready, { code: 'usage', message: 'run package: its arguments ask for --help' });
  const noRecords = runOn(
    openFixture('tracepoint'),
    { filter: 'pid == 1' },
    {
      kernel,
      bpftool: fakeBpftool(kernel, 'on_unlinkat'),
    },
  );
  await t.rejects(noRecords.ready, { code: 'usage', message: /sends no records/ });
});

t.test('an abort before it is attached ends it quietly, and rejects ready with the reason', async (t) => {
  const { kernel, left } = fakePlace();
  const reason = new Error('enough');
  const running = runOn(
    openFixture('tracepoint'),
    { signal: AbortSignal.abort(reason) },
    {
      kernel,
      bpftool: fakeBpftool(kernel, 'on_unlinkat'),
    },
  );
  t.same(await running.toArray(), []);
  await t.rejects(running.ready, reason);
  t.same(left(), [[], []]);
});

t.test('several runs go on in one process, each until it is stopped itself', { skip }, async (t) => {
  const opened = openFixture('session');
  const first = run(opened);
  const second = run(opened);
  const stop = new AbortController();
  const third = run(openFixture('kprobe'), {
    attach: { on_unlink: 'tracepoint/syscalls/sys_enter_unlinkat' },
    signal: stop.signal,
  });
  await Promise.all([first.ready, second.ready, third.ready]);
  const removeOne = (): void => void spawnSync('rm', ['-f', `${t.testdir()}/none`]);
  const takes = async (running: AsyncIterable<RunEvent>): Promise<boolean> => {
    const iterator = running[Symbol.asyncIterator]();
    for (;;) {
      removeOne();
      const next = await iterator.next();
      if (next.done === true) return false;
      if (next.value.kind === 'trace' && next.value.comm === 'rm') return true;
    }
  };
  t.ok((await Promise.all([first, second, third].map(takes))).every(Boolean));
  first.stop();
  await first.toArray();
  t.ok(await takes(second), 'the second goes on');
  await second[Symbol.asyncDispose]();
  t.ok(await takes(third), 'the third goes on');
  stop.abort();
  await third.toArray();
  await Promise.all([first, second, third].map((running) => running[Symbol.asyncDispose]()));
  const ours = readdirSync(`${ensureTracefs(realKernel())}/instances`).filter((name) =>
    name.startsWith(`tsecli-${process.pid}-`),
  );
  t.same(ours, [], 'nothing is left');
});
