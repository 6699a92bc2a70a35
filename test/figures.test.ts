// What the docs say of speed is what was measured: no figure in them is typed by hand.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import t from 'tap';
import { figuresPath } from '../tools/figures/bench-json.mjs';
import { renderFigures } from '../tools/figures/outputs.mjs';
import { root } from './fixtures/project.js';

const figures = JSON.parse(readFileSync(figuresPath, 'utf8'));
const rows: readonly { row: string; en: string; zh: string; bounds: readonly unknown[]; skipped?: string }[] =
  figures.rows;

t.test('pages, picture and README have the figures of the JSON (UPDATE_FIGURES=1 writes them)', async (t) => {
  for (const [path, text] of await renderFigures(figures, root)) {
    if (process.env['UPDATE_FIGURES'] === '1') writeFileSync(path, text);
    t.equal(readFileSync(path, 'utf8'), text, path);
  }
});

t.test('the JSON has every row that there is, as the row tells itself, and each was measured', async (t) => {
  const names = readdirSync('test/bench/rows').map((file) => file.replace('.mjs', ''));
  t.same(rows.map(({ row }) => row).toSorted(), names.toSorted());
  for (const { row: name, en, zh, bounds, skipped } of rows) {
    const { row } = await import(`./bench/rows/${name}.mjs`);
    t.match({ en, zh }, { en: row.name, zh: row.zh }, name);
    t.ok(bounds.length > 0 || skipped, name);
  }
});
