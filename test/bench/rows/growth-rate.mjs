import { measureGrowth } from '../growth.mjs';
import { eventSides } from '../sides.mjs';
import { measureSide } from '../trace-bench.mjs';

const seconds = 2;

const growth = {
  unit: 'events/s',
  points: [1000, 10_000, 100_000, 1_000_000],
  figure: 'CPU µs/event',
  needs: ['bpftrace', 'libbpf'],
  // At the lowest rates the kernel's clock of CPU time, which counts in 10 ms, is coarse.
  series: Object.fromEntries(
    ['tsecli', 'bpftrace', 'libbpf in C'].map((name) => [
      name,
      (bench, rate) => ({ ...eventSides[name](bench), rate }),
    ]),
  ),
};

export const row = {
  name: 'growth with events a second, 1,000 to 1,000,000 for 2 s each / bpftrace, and libbpf in C',
  zh: '随每秒事件数的增长，1,000 到 1,000,000，各 2 秒 / bpftrace，及 C 语言的 libbpf 程序',
  reach: [
    {
      ...{ figure: 'CPU µs/event', side: 'tsecli, 100,000 events/s' },
      ...{ against: 'bpftrace, 100,000 events/s', atMost: 0.5 },
    },
    {
      ...{ figure: 'CPU µs/event', side: 'tsecli, 1,000,000 events/s' },
      ...{ against: 'libbpf in C, 1,000,000 events/s', atMost: 2 },
    },
    { figure: 'lost', side: 'tsecli, 1,000,000 events/s', atMost: 0 },
  ],
  run: ({ runs }) =>
    measureGrowth(
      growth,
      (bench, side) => measureSide(bench, side, { rate: side.rate, count: side.rate * seconds }),
      Math.min(runs, 3),
    ),
};
