import { measureGrowth, programWith, ring, sendTo } from '../growth.mjs';

const sizes = [16, 64, 256, 1024, 4096];

/** Two numbers, and text that fills the rest. */
function sourceOf(size) {
  const text = size - 16;
  const struct = (rest) => `struct event {\n\tu64 ts;\n\tu64 seq;\n${rest}};\n\n`;
  const rings = ring('events', 16 << 20);
  if (text === 0) return programWith(struct('') + rings, sendTo('events'));
  return programWith(
    `${struct(`\tchar text[${text}];\n`)}const char letters[${text}] = "${'x'.repeat(text - 1)}";\n\n${rings}`,
    sendTo('events', '\tbpf_probe_read_kernel(event->text, sizeof(event->text), letters);\n'),
  );
}

export const row = {
  name: 'growth with the size of events, 200,000 at full rate',
  reach: [{ figure: 'CPU µs/event', side: '4096 bytes', against: '16 bytes', atMost: 64 }],
  run: ({ runs }) =>
    measureGrowth(
      Object.fromEntries(sizes.map((size) => [`${size} bytes`, sourceOf(size)])),
      { rate: 0, count: 200_000 },
      runs,
    ),
};
