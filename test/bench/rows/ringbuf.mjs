import { compareSides } from '../sides.mjs';

export const row = {
  name: 'ring buffer to JSON lines, 1,000,000 events at full rate / bpftrace, and libbpf in C',
  zh: '环形缓冲区到 JSON 行，全速 1,000,000 个事件 / bpftrace，及 C 语言的 libbpf 程序',
  reach: [
    { figure: 'events/s', against: 'bpftrace', atLeast: 3 },
    { figure: 'CPU µs/event', against: 'bpftrace', atMost: 0.33 },
    { figure: 'events/s', against: 'libbpf in C', atLeast: 0.5 },
    { figure: 'CPU µs/event', against: 'libbpf in C', atMost: 2 },
    { figure: 'lost', atMost: 0 },
  ],
  run: ({ runs }) => compareSides({ rate: 0, count: 1_000_000 }, runs),
};
