import { compareSides } from '../sides.mjs';

export const row = {
  name: 'ring buffer to JSON lines, 100,000 events a second for 5 s / bpftrace',
  zh: '环形缓冲区到 JSON 行，每秒 100,000 个事件，持续 5 秒 / bpftrace',
  reach: [
    { figure: 'CPU µs/event', against: 'bpftrace', atMost: 1 },
    { figure: 'p50 µs', atMost: 5000 },
    { figure: 'p99 µs', atMost: 20_000 },
    { figure: 'lost', atMost: 0 },
  ],
  run: ({ runs }) => compareSides({ rate: 100_000, count: 500_000 }, Math.min(runs, 3)),
};
