import t from 'tap';
import { countLostLines } from '../../../runtime/kernel/trace-statistics.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

/** As Linux 6.1 writes it. */
const statistics = (overrun: number, commit: number, dropped: number): string =>
  `entries: 60
overrun: ${overrun}
commit overrun: ${commit}
bytes: 3960
oldest event ts:  6040.241402
now ts:  6047.021405
dropped events: ${dropped}
read events: 80
`;

t.test('what was overwritten, given up and dropped, of each processor', async (t) => {
  const kernel = new FakeKernel({
    files: {
      '/i/per_cpu/cpu0/stats': statistics(5, 0, 0),
      '/i/per_cpu/cpu11/stats': statistics(1, 20, 300),
    },
  });
  kernel.addDirectory('/i/per_cpu/other');
  t.same(
    [...countLostLines(kernel, '/i')],
    [
      [0, 5],
      [11, 321],
    ],
  );
});

t.test('an instance without processors has lost nothing', async (t) => {
  t.equal(countLostLines(new FakeKernel(), '/i').size, 0);
});
