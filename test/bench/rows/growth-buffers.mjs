import { compileText, plainEvent, programWith, ring, sendTo } from '../generated-programs.mjs';
import { measureGrowth } from '../growth.mjs';
import { tsecliSide } from '../sides.mjs';
import { measureSide } from '../trace-bench.mjs';

const allBytes = 16 << 20;

/** Events go to each ring buffer in turn; all of them together are as large as the one. */
function sourceOf(count) {
  const names = Array.from({ length: count }, (_, index) => `ring_${index}`);
  const rings = names.map((name) => ring(name, allBytes / count)).join('\n');
  const cases = names.map((name, index) => `	case ${index}:\n${sendTo(name)}		break;\n`).join('');
  return programWith(`${plainEvent}${rings}`, `	switch (number % ${count}) {\n${cases}	}\n`);
}

const growth = {
  unit: 'buffers',
  points: [1, 2, 4, 8, 16, 32],
  figure: 'CPU µs/event',
  series: {
    tsecli: (bench, count) => tsecliSide(compileText(bench, `buffers-${count}`, sourceOf(count)).package),
  },
};

export const row = {
  name: 'growth with the number of ring buffers, 500,000 events at full rate',
  zh: '随环形缓冲区数量的增长，全速 500,000 个事件',
  reach: [
    { figure: 'events/s', side: 'tsecli, 32 buffers', against: 'tsecli, 1 buffer', atLeast: 0.5 },
    { figure: 'CPU µs/event', side: 'tsecli, 32 buffers', against: 'tsecli, 1 buffer', atMost: 2 },
  ],
  run: ({ runs }) =>
    measureGrowth(
      growth,
      (bench, side) => measureSide(bench, side, { rate: 0, count: 500_000 }),
      Math.min(runs, 3),
    ),
};
