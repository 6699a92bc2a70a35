import { compareSides } from '../sides.mjs';

export const row = {
  name: 'ring buffer to JSON lines, 200,000 events at full rate / Python with bcc',
  zh: '环形缓冲区到 JSON 行，全速 200,000 个事件 / 使用 bcc 的 Python 程序',
  reach: [
    { figure: 'events/s', against: 'bcc in Python', atLeast: 3 },
    { figure: 'CPU µs/event', against: 'bcc in Python', atMost: 0.33 },
  ],
  run: ({ runs }) =>
    compareSides({ rate: 0, count: 200_000 }, Math.min(runs, 3), ['tsecli', 'bcc in Python']),
};
