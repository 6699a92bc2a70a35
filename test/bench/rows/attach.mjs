import { manyCalls, timeToFirstEvent } from '../attach-time.mjs';
import { compare } from '../measure.mjs';
import { withSides } from '../sides.mjs';
import { whileProducing } from '../trace-bench.mjs';

export const row = {
  name: 'start to the first line of a traced event / bpftrace',
  zh: '从启动到被跟踪事件的第一行输出 / bpftrace',
  reach: 0.7,
  run: ({ runs }) =>
    withSides((bench, { tsecli, bpftrace }) =>
      whileProducing(bench, manyCalls, () =>
        compare(
          () => timeToFirstEvent(bench, tsecli),
          () => timeToFirstEvent(bench, bpftrace),
          runs,
        ),
      ),
    ),
};
