import { compare } from '../measure.mjs';
import { withSides } from '../sides.mjs';
import { startTracer, whileProducing } from '../trace-bench.mjs';

// So many calls a second that the first after attaching comes within 0.1 ms.
const work = { rate: 10_000 };

export const row = {
  name: 'start to the first line of a traced event / bpftrace',
  reach: 0.7,
  run: ({ runs }) =>
    withSides((bench, { tsecli, bpftrace }) =>
      whileProducing(bench, work, () =>
        compare(
          () => timeToFirstEvent(bench, tsecli),
          () => timeToFirstEvent(bench, bpftrace),
          runs,
        ),
      ),
    ),
};

async function timeToFirstEvent(bench, side) {
  const start = performance.now();
  const tracer = startTracer(bench, side);
  try {
    await tracer.reports.until(({ warm }) => warm > 0);
    return performance.now() - start;
  } finally {
    await tracer.stop();
  }
}
