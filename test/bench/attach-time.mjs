// How long tracers take until they trace: from their start to the first line about a call that is made all the while.
import { peakMemory } from './process-figures.mjs';
import { startTracer } from './trace-bench.mjs';

/** So many calls a second that the first after attaching comes within 0.1 ms. */
export const manyCalls = { rate: 10_000 };

/** Milliseconds from starting a tracer to its first event, and the memory it took until then, in MB. */
export async function measureStart(bench, side) {
  const start = performance.now();
  const tracer = startTracer(bench, side);
  try {
    await tracer.reports.until(({ warm }) => warm > 0);
    return { ms: performance.now() - start, 'peak MB': peakMemory(tracer.pid) };
  } finally {
    await tracer.stop();
  }
}

/** The milliseconds alone. */
export const timeToFirstEvent = async (bench, side) => (await measureStart(bench, side)).ms;
