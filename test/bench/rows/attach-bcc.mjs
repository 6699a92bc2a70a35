import { manyCalls, timeToFirstEvent } from '../attach-time.mjs';
import { compare } from '../measure.mjs';
import { withSides } from '../sides.mjs';
import { whileProducing } from '../trace-bench.mjs';

export const row = {
  name: 'start to the first line of a traced event / Python with bcc',
  zh: '从启动到被跟踪事件的第一行输出 / 使用 bcc 的 Python 程序',
  reach: 0.5,
  run: ({ runs }) =>
    withSides(
      (bench, { tsecli, 'bcc in Python': bcc }) =>
        whileProducing(bench, manyCalls, () =>
          compare(
            () => timeToFirstEvent(bench, tsecli),
            () => timeToFirstEvent(bench, bcc),
            Math.min(runs, 5),
          ),
        ),
      ['tsecli', 'bcc in Python'],
    ),
};
