import { runRounds } from '../rounds.mjs';
import { withSides } from '../sides.mjs';
import { measureSide } from '../trace-bench.mjs';

export const row = {
  name: 'largest memory, 1,000,000 events at full rate / bpftrace',
  zh: '内存峰值，全速 1,000,000 个事件 / bpftrace',
  reach: [{ figure: 'peak MB', against: 'bpftrace', atMost: 1 }],
  run: ({ runs }) =>
    withSides((bench, { tsecli, bpftrace }) =>
      runRounds(
        { tsecli, bpftrace },
        (side) => measureSide(bench, side, { rate: 0, count: 1_000_000 }),
        Math.min(runs, 3),
      ),
    ),
};
