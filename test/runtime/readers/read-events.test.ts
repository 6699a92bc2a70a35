import t from 'tap';
import { createTraceInstance } from '../../../runtime/kernel/trace-instance.js';
import { readEvents } from '../../../runtime/readers/read-events.js';
import type { TraceEvent } from '../../../runtime/readers/trace-lines.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

t.test('what stands in the trace comes as events, until stopped', async (t) => {
  const kernel = new FakeKernel();
  const trace = await createTraceInstance(kernel, 'x');
  const stop = new AbortController();
  const path = '/sys/kernel/tracing/instances/tsecli-x/trace_pipe';
  kernel.feed(path, '              rm-9346    [005] d..3  4710.951696: bpf_trace_printk: hello\n\n');
  const events: TraceEvent[] = [];
  for await (const batch of readEvents(kernel, trace, { signal: stop.signal, beforeDrain: () => {} })) {
    if (batch.kind === 'trace') events.push(...batch.events);
    stop.abort();
  }
  t.match(events, [{ kind: 'line', comm: 'rm', message: 'hello' }]);
  t.equal(events.length, 1);
});

t.test('without a trace it waits for the stop, and detaches then', async (t) => {
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 5);
  let detached = 0;
  const batches = [];
  const stops = { signal: stop.signal, beforeDrain: () => void detached++ };
  for await (const batch of readEvents(new FakeKernel(), undefined, stops)) batches.push(batch);
  for await (const batch of readEvents(new FakeKernel(), undefined, stops)) batches.push(batch);
  t.same(batches, []);
  t.equal(detached, 2);
});
