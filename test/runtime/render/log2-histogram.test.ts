import t from 'tap';
import { renderLog2Histogram, renderSlots } from '../../../runtime/render/log2-histogram.js';

t.test('draws what bcc and ecli draw', async (t) => {
  t.equal(
    renderLog2Histogram([1, 8, 138, 512, 1029, 16, 0, 0], { unit: 'usecs' }),
    `     usecs               : count    distribution
         0 -> 1          : 1        |                                        |
         2 -> 3          : 8        |                                        |
         4 -> 7          : 138      |*****                                   |
         8 -> 15         : 512      |*******************                     |
        16 -> 31         : 1029     |****************************************|
        32 -> 63         : 16       |                                        |
`,
  );
});

t.test('has room for 64 bits', async (t) => {
  const slots = Array.from({ length: 64 }, (_, index) => (index === 63 ? 2n ** 64n - 1n : 0));
  const lines = renderLog2Histogram(slots, { unit: 'bytes' }).split('\n');
  t.match(lines[64], /^ 9223372036854775808 -> 18446744073709551615 : 18446744073709551615 \|\*{40}\|$/);
  t.equal(new Set(lines.slice(1, 65).map((line) => line.length)).size, 1, 'all lines are of one length');
});

t.test('fits a terminal, with the least of bars', async (t) => {
  const longest = (columns: number) =>
    Math.max(
      ...renderLog2Histogram([1, 2], { unit: 'ns', columns })
        .split('\n')
        .map((line) => line.length),
    );
  t.equal(longest(60), 60);
  t.equal(longest(20), 48);
  t.equal(longest(200), 78);
});

t.test('is nothing when nothing was counted', async (t) => {
  t.equal(renderLog2Histogram([0, 0n], { unit: 'ns' }), '');
  t.equal(renderSlots([], '', { unit: '' }, String), '');
});

t.test('control characters of the unit are made visible', async (t) => {
  t.match(renderLog2Histogram([1], { unit: '\x1b' }), /^ {5}\\x1b/);
});
