import t from 'tap';
import { datesOf, layOut, shareOf, shortNumber } from '../../../tools/figures/chart.mjs';

const bound = { figure: 'ms, ratio', ours: 1, result: 0.5, met: true };

t.test('a share is how much of a bound is used up, whichever way it goes', async (t) => {
  t.equal(shareOf({ ...bound, atMost: 1 }), 0.5);
  t.equal(shareOf({ ...bound, result: 6, atLeast: 3 }), 0.5);
  t.equal(shareOf({ ...bound, result: 0, atMost: 0 }), 0, 'nothing lost, where nothing may be');
  t.equal(shareOf({ ...bound, result: 7, atMost: 0 }), 1.5, 'as long as a bar gets');
  t.equal(shareOf({ ...bound, result: 0, atLeast: 3 }), 1.5);
});

t.test('numbers are as short as they are read, and dates a span', async (t) => {
  t.same([1_500_000, 20_000, 4096, 0.0743, 0].map(shortNumber), ['1.5M', '20k', '4096', '0.0743', '0']);
  t.equal(datesOf(['2026-01-02', '2026-01-02']), '2026-01-02');
  t.equal(datesOf(['2026-01-05', '2026-01-02']), '2026-01-02 to 2026-01-05');
});

const machine = {
  ...{ processor: 'a <fast> one', processors: 2, gigabytes: 8, kernel: '6.1', system: 'Debian', tools: [] },
};

const row = (name: string, more: object) => ({
  ...{ row: name, en: name, zh: name, date: '2026-01-02', runs: 1, bounds: [] },
  ...more,
});

t.test('bars that meet their bound end before its line, the others behind it', async (t) => {
  const bounds = [
    { ...bound, atMost: 1 },
    { ...bound, result: 1.2, atMost: 1, met: false },
    { ...bound, result: 90, atMost: 1, met: false },
  ];
  const { bars, one, met, count, height, oneTo } = layOut({ machine, rows: [row('warm', { bounds })] });
  t.same([met, count], [1, 3]);
  t.match(bars, [
    { label: 'warm: time', className: 'met', value: '0.5 (≤ 1)' },
    { className: 'missed', value: '1.2 (≤ 1) ✗' },
    { className: 'missed' },
  ]);
  const ends = bars.map(({ x, width }) => x + width);
  t.ok((ends[0] ?? 0) < one && (ends[1] ?? 0) > one && (ends[2] ?? 0) > (ends[1] ?? 0));
  t.ok((bars[2]?.valueX ?? 0) > (ends[2] ?? 0), 'the value stands beside the longest bar');
  t.ok(height > oneTo);
});

t.test(
  'each growth has a panel: higher values stand higher, and zeros, which have no power, nowhere',
  async (t) => {
    const growth = {
      ...{ unit: 'maps', figure: 'ms', points: [1, 10, 100] },
      series: { tsecli: [10, 10, 100], 'libbpf in C': [0, 1, 1] },
    };
    const { panels, legend, width, height } = layOut({ machine, rows: [row('growth-maps', { growth })] });
    t.equal(panels.length, 1);
    const [panel] = panels;
    t.equal(panel?.title, 'ms by maps');
    t.same(
      panel?.ticks.map(({ text }) => text),
      ['1', '10', '100'],
    );
    const [ours, theirs] = panel?.lines ?? [];
    const heights = ours?.dots.map(({ y }) => Number(y)) ?? [];
    t.ok(heights[0] === heights[1] && (heights[2] ?? 0) < (heights[0] ?? 0));
    t.equal(theirs?.dots.length, 2);
    t.equal(theirs?.className, 'libbpf-in-C');
    for (const { x, y } of [...(ours?.dots ?? []), ...(theirs?.dots ?? [])])
      t.ok(Number(x) < width && Number(y) < height);
    t.same(
      legend.map(({ name }) => name),
      ['tsecli', 'libbpf in C'],
    );
  },
);
