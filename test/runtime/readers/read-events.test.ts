import t from 'tap';
import { createTraceInstance } from '../../../runtime/kernel/trace-instance.js';
import { readEvents, type EventSources } from '../../../runtime/readers/read-events.js';
import type { EventBatch, Reader } from '../../../runtime/readers/types.js';
import { collect, stopsOf } from '../../fixtures/reading.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

const nothing: EventSources = {
  trace: undefined,
  readers: [],
  iterators: [],
  keepers: [],
  endsByItself: false,
};

/** Gives its name, and once more after the stop. */
const readerOf = (name: string): Reader => ({
  read: async function* ({ signal, beforeDrain }) {
    yield { kind: 'text', name, text: 'first' };
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
    beforeDrain();
    yield { kind: 'text', name, text: 'last' };
  },
  [Symbol.dispose]: () => {},
});

const show = (batch: EventBatch): string =>
  batch.kind === 'text' ? `${batch.name} ${batch.text}` : batch.kind;

t.test(
  'what stands in the trace comes as events, beside what other sources give, until stopped',
  async (t) => {
    const kernel = new FakeKernel();
    const trace = await createTraceInstance(kernel, 'x');
    const stops = stopsOf();
    const path = '/sys/kernel/tracing/instances/tsecli-x/trace_pipe';
    kernel.feed(path, '              rm-9346    [005] d..3  4710.951696: bpf_trace_printk: hello\n\n');
    const seen: string[] = [];
    for await (const batch of readEvents(kernel, { ...nothing, trace, readers: [readerOf('a')] }, stops)) {
      if (batch.kind === 'trace') t.match(batch.events, [{ kind: 'line', comm: 'rm', message: 'hello' }]);
      seen.push(show(batch));
      if (seen.length === 2) stops.stop();
    }
    t.same(seen.slice(0, 2).sort(), ['a first', 'trace']);
    t.same(seen.slice(2), ['a last']);
  },
);

t.test('without any source it waits for the stop, and detaches then', async (t) => {
  const stops = stopsOf();
  setTimeout(stops.stop, 5);
  t.same(await collect(readEvents(new FakeKernel(), nothing, stops), show), []);
  t.equal(stops.detached, 1);
  t.same(await collect(readEvents(new FakeKernel(), nothing, stops), show), []);
});

t.test('a run of iterators alone ends by itself once they are read, with what others had left', async (t) => {
  const kernel = new FakeKernel();
  const chunks = ['line\n'];
  kernel.bpf = () => {
    kernel.descriptors.set(9, { what: 'iterator', path: '' });
    return 9;
  };
  kernel.read = (_, into) => Buffer.from(into.buffer).write(chunks.shift() ?? '');
  const sources = { ...nothing, readers: [readerOf('a')], iterators: [{ program: 'dump', iterator: 5 }] };
  const stops = stopsOf();
  t.same((await collect(readEvents(kernel, { ...sources, endsByItself: true }, stops), show)).sort(), [
    'a first',
    'a last',
    'dump line\n',
  ]);
  t.notOk(stops.signal.aborted, 'nobody had to stop it');
});

t.test('at the end all lost lines are told, and none twice', async (t) => {
  const kernel = new FakeKernel();
  const trace = await createTraceInstance(kernel, 'x');
  kernel.addFile(`${trace.directory}/per_cpu/cpu0/stats`, 'entries: 1\noverrun: 7\ncommit overrun: 0\n');
  kernel.addFile(
    `${trace.directory}/per_cpu/cpu1/stats`,
    'overrun: 2\ncommit overrun: 1\ndropped events: 4\n',
  );
  kernel.addFile(`${trace.directory}/per_cpu/cpu2/stats`, 'overrun: 3\n');
  kernel.feed(`${trace.directory}/trace_pipe`, 'CPU:0 [LOST 5 EVENTS]\nCPU:2 [LOST 3 EVENTS]\n');
  const stops = stopsOf();
  stops.stop();
  const batches = await collect(readEvents(kernel, { ...nothing, trace }, stops), (batch) =>
    batch.kind === 'trace' ? batch.events : [],
  );
  t.same(batches.flat(), [
    { kind: 'lost', cpu: 0, count: 5 },
    { kind: 'lost', cpu: 2, count: 3 },
    { kind: 'lost', cpu: 0, count: 2 },
    { kind: 'lost', cpu: 1, count: 7 },
  ]);
});

t.test('what keeps programs attached ends with the run, and ends it where it fails', async (t) => {
  const stops = stopsOf();
  const kept: AbortSignal[] = [];
  const keep = async (signal: AbortSignal) => {
    kept.push(signal);
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
  };
  setImmediate(stops.stop);
  t.same(await collect(readEvents(new FakeKernel(), { ...nothing, keepers: [keep] }, stops), show), []);
  t.ok(kept[0]?.aborted);
  const failing = async () => Promise.reject(new Error('it cannot'));
  const failed = readEvents(new FakeKernel(), { ...nothing, keepers: [failing] }, stopsOf());
  await t.rejects(collect(failed, show), { message: 'it cannot' });
});
