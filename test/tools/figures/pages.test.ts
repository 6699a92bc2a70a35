import t from 'tap';
import { renderPage, renderSummary } from '../../../tools/figures/pages.mjs';
import { readTables } from '../../fixtures/markdown.js';
import { root } from '../../fixtures/project.js';

const machine = {
  ...{
    processor: 'one',
    processors: 2,
    gigabytes: 8,
    kernel: '6.1',
    system: 'Debian',
    tools: ['clang 14'],
  },
};
const about = { date: '2026-01-02', runs: 1 };
const figures = {
  machine,
  rows: [
    {
      ...{ row: 'attach', en: 'start / bpftrace', zh: '启动 / bpftrace', ...about },
      bounds: [{ figure: 'ms, ratio', ours: 150, theirs: 180, result: 0.84, atMost: 0.7, met: false }],
    },
    {
      ...{ row: 'ringbuf', en: 'events', zh: '事件', ...about },
      bounds: [
        { figure: 'events/s / bpftrace', ours: 2_000_000, theirs: 500_000, result: 4, atLeast: 3, met: true },
        { figure: 'lost', ours: 0, result: 0, atMost: 0, met: true },
      ],
      details: { tsecli: { 'events/s': 2_000_000, lost: 0 }, bpftrace: { 'events/s': 500_000, lost: 3 } },
    },
    { row: 'bcc', en: 'in Python', zh: '用 Python', ...about, skipped: 'needs bcc', bounds: [] },
  ],
};

t.test('the page tells every bound, what misses it, and what could not be measured', async (t) => {
  const page = await renderPage(figures, 'en', root);
  t.match(page, '2 of 3 bounds are met');
  t.match(page, /\| ms, ratio \| 150 +\| 180 +\| 0\.84 +\| ≤ 0\.7 +\| \*\*no\*\* \|/);
  t.match(page, /\| bpftrace \| 500,000 +\| 3 +\|/);
  t.match(page, '### bcc: in Python\n\nNot measured: needs bcc.');
  const chinese = await renderPage(figures, 'zh', root);
  t.match(chinese, '未测：需要 bcc。');
  t.same(readTables(chinese), readTables(page));
});

t.test(
  'the summary has the promised rows alone, and says of each that misses its bound that it does',
  async (t) => {
    const summary = await renderSummary(figures, 'en', root);
    t.match(summary, /\| start \/ bpftrace +\| 150 ms +\| 180 ms +\| \*\*0\.84, missed\*\* \| ≤ 0\.7 +\|/);
    t.match(summary, /\| events: events\/s \/ bpftrace \| 2,000,000 +\| 500,000 +\| 4 +\| ≥ 3 +\|/);
    t.notMatch(summary, 'in Python');
    t.match(await renderSummary(figures, 'zh', root), '0.84，未达到');
  },
);
