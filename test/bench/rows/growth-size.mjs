import { compileText, plainEvent, programWith, ring, sendTo } from '../generated-programs.mjs';
import { measureGrowth } from '../growth.mjs';
import { tsecliSide } from '../sides.mjs';
import { measureSide } from '../trace-bench.mjs';

/** Two numbers, and text that fills the rest. */
function sourceOf(size) {
  const text = size - 16;
  const rings = ring('events', 16 << 20);
  if (text === 0) return programWith(plainEvent + rings, sendTo('events'));
  return programWith(
    `struct event {
	u64 ts;
	u64 seq;
	char text[${text}];
};

const char letters[${text}] = "${'x'.repeat(text - 1)}";

${rings}`,
    sendTo('events', '\tbpf_probe_read_kernel(event->text, sizeof(event->text), letters);\n'),
  );
}

const growth = {
  unit: 'bytes',
  points: [16, 64, 256, 1024, 4096],
  figure: 'CPU µs/event',
  series: {
    tsecli: (bench, size) => tsecliSide(compileText(bench, `size-${size}`, sourceOf(size)).package),
  },
};

export const row = {
  name: 'growth with the size of events, 200,000 at full rate',
  zh: '随事件大小的增长，全速 200,000 个事件',
  reach: [{ figure: 'CPU µs/event', side: 'tsecli, 4,096 bytes', against: 'tsecli, 16 bytes', atMost: 64 }],
  run: ({ runs }) =>
    measureGrowth(
      growth,
      (bench, side) => measureSide(bench, side, { rate: 0, count: 200_000 }),
      Math.min(runs, 3),
    ),
};
