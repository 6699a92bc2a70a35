import t from 'tap';
import { fill } from '../../../tools/figures/fill.mjs';
import { layOutTerminal, readTerminal } from '../../../tools/figures/terminal.mjs';
import { root } from '../../fixtures/project.js';

const lines = [
  `$ tsecli --exec 'rm "a" && b <c' package.json`,
  'Running eBPF program...',
  '              rm-197     [001] ...21    30.19: bpf_trace_printk: KPROBE EXIT: pid = 197',
];

t.test('a terminal is drawn line by line, commands and events each in their own way', async (t) => {
  const { width, lines: drawn } = layOutTerminal(lines, 'a terminal');
  t.same(
    drawn.map(({ className }) => className),
    ['command', 'note', 'event'],
  );
  for (const { x, length } of drawn) t.ok(Number(x) + Number(length) < width);
});

t.test('what was drawn is read back as it was', async (t) => {
  const svg = fill(root, 'figures/terminal.svg', layOutTerminal(lines, 'a terminal'));
  t.same(readTerminal(svg), lines);
});
