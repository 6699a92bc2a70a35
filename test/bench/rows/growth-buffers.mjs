import { measureGrowth, programWith, ring, sendTo } from '../growth.mjs';

const counts = [1, 2, 4, 8, 16, 32];
const allBytes = 16 << 20;

const struct = `struct event {
	u64 ts;
	u64 seq;
};

`;

/** Events go to each ring buffer in turn; all of them together are as large as the one. */
function sourceOf(count) {
  const names = Array.from({ length: count }, (_, index) => `ring_${index}`);
  const rings = names.map((name) => ring(name, allBytes / count)).join('\n');
  const cases = names.map((name, index) => `	case ${index}:\n${sendTo(name)}		break;\n`).join('');
  return programWith(`${struct}${rings}`, `	switch (number % ${count}) {\n${cases}	}\n`);
}

export const row = {
  name: 'growth with the number of ring buffers, 500,000 events at full rate',
  reach: [
    { figure: 'events/s', side: '32 buffers', against: '1 buffer', atLeast: 0.5 },
    { figure: 'CPU µs/event', side: '32 buffers', against: '1 buffer', atMost: 2 },
  ],
  run: ({ runs }) =>
    measureGrowth(
      Object.fromEntries(counts.map((count) => [`${count} buffer${count > 1 ? 's' : ''}`, sourceOf(count)])),
      { rate: 0, count: 500_000 },
      runs,
    ),
};
