// @ts-check
// Every file of docs that figures stand in, made of docs/figures/bench.json.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { figuresPath } from './bench-json.mjs';
import { layOut } from './chart.mjs';
import { fill } from './fill.mjs';
import { renderPage, renderSummary } from './pages.mjs';

/** @typedef {import('./bench-json.mjs').Figures} Figures */

/** What stands around the figures in a text that has more than them. */
const marks = { from: '<!-- figures: npm run bench -- --write -->\n\n', to: '\n<!-- end of figures -->' };

/**
 * The texts as they should be, by path.
 *
 * @param {Figures} figures
 * @param {string} root
 * @returns {Promise<ReadonlyMap<string, string>>}
 */
export async function renderFigures(figures, root) {
  return new Map([
    ['docs/figures/bench.svg', fill(root, 'figures/bench.svg', layOut(figures))],
    ['docs/figures.md', await renderPage(figures, 'en', root)],
    ['docs/figures.zh.md', await renderPage(figures, 'zh', root)],
    ['README.md', withSummary(join(root, 'README.md'), await renderSummary(figures, 'en', root))],
    ['README.zh.md', withSummary(join(root, 'README.zh.md'), await renderSummary(figures, 'zh', root))],
  ]);
}

/**
 * Writes them, and the figures.
 *
 * @param {Figures} figures
 * @param {string} root
 */
export async function writeFigures(figures, root) {
  writeFileSync(join(root, figuresPath), `${JSON.stringify(figures, undefined, 2)}\n`);
  for (const [path, text] of await renderFigures(figures, root)) writeFileSync(join(root, path), text);
}

/**
 * A text of ours with another summary between its marks.
 *
 * @param {string} path
 * @param {string} summary
 */
function withSummary(path, summary) {
  const text = readFileSync(path, 'utf8');
  const from = text.indexOf(marks.from);
  const to = text.indexOf(marks.to);
  if (from < 0 || to < from) throw new Error(`${path}: no place for figures`);
  return text.slice(0, from + marks.from.length) + summary + text.slice(to);
}
