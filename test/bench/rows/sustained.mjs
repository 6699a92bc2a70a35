import { setTimeout as sleep } from 'node:timers/promises';
import { median } from '../measure.mjs';
import { cpuTime, currentMemory } from '../process-figures.mjs';
import { withSides } from '../sides.mjs';
import { produce, startTracer, untilAttached } from '../trace-bench.mjs';

const rate = 500_000;

export const row = {
  name: '500,000 events a second to JSON lines for 60 s (--seconds N)',
  zh: '每秒 500,000 个事件输出为 JSON 行，持续 60 秒（--seconds N）',
  reach: [
    { figure: 'events/s', atLeast: 0.99 * rate },
    { figure: 'lost', atMost: 0 },
    { figure: 'memory, last quarter / first', atMost: 1.1 },
  ],
  run: ({ seconds }) => withSides((bench, { tsecli }) => sustain(bench, tsecli, seconds)),
};

async function sustain(bench, side, seconds) {
  const tracer = startTracer(bench, side);
  let produced;
  let cpu;
  const sizes = [];
  try {
    await untilAttached(bench, tracer);
    const before = cpuTime(tracer.pid);
    const ended = new AbortController();
    const sampled = sampleMemory(tracer.pid, sizes, ended.signal);
    produced = await produce(bench, { rate, count: rate * seconds }).finally(() => ended.abort());
    await sampled;
    await tracer.reports.untilSilent();
    cpu = cpuTime(tracer.pid) - before;
  } finally {
    await tracer.stop();
  }
  const { lines, last, p50, p99 } = tracer.reports.last();
  const quarter = Math.ceil(sizes.length / 4);
  const early = median(sizes.slice(0, quarter));
  const late = median(sizes.slice(-quarter));
  const figures = {
    'events/s': lines / Math.max(produced.seconds, (last - produced.start) / 1e9),
    'CPU µs/event': (cpu * 1000) / lines,
    lost: produced.count - lines,
    'MB, first quarter': early,
    'MB, last quarter': late,
    'memory, last quarter / first': late / early,
    'p50 µs': p50,
    'p99 µs': p99,
  };
  return {
    table: { tsecli: figures },
    figure: (name) => ({ ours: figures[name], result: figures[name] }),
  };
}

/** Adds the memory of a process to `sizes` ten times a second. */
async function sampleMemory(pid, sizes, signal) {
  while (!signal.aborted) {
    sizes.push(currentMemory(pid));
    await sleep(100);
  }
}
