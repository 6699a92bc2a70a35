// @ts-check
// The figures as tables, in English and Chinese.
import { format, resolveConfig } from 'prettier';
import { datesOf } from './chart.mjs';
import { fill } from './fill.mjs';
import { inChinese } from './words.mjs';

/** @typedef {import('./bench-json.mjs').Figures} Figures */
/** @typedef {import('./bench-json.mjs').Bound} Bound */
/** @typedef {import('./bench-json.mjs').Row} Row */
/** @typedef {'en' | 'zh'} Language */

/** What DESIGN promises of speed, and the README's first screen shows. */
const promised = ['compile-warm', 'compile-cold', 'attach', 'ringbuf', 'memory', 'lab-first-line'];

const words = {
  en: { translate: String, met: 'yes', missed: '**no**', misses: ', missed', side: 'side', list: ', ' },
  zh: { translate: inChinese, met: '是', missed: '**否**', misses: '，未达到', side: '一方', list: '，' },
};

/**
 * The page of all figures.
 *
 * @param {Figures} figures
 * @param {Language} language
 * @param {string} root for the template, and the form of the text
 */
export async function renderPage(figures, language, root) {
  const text = fill(root, `figures/figures.${language}.md`, {
    ...summarize(figures, language),
    rows: figures.rows.map((row) => tellRow(row, language)),
  });
  return await formed(text, root);
}

/**
 * The README's short table: what is promised, whether it is met or not.
 *
 * @param {Figures} figures
 * @param {Language} language
 * @param {string} root for the template, and the form of the text
 */
export async function renderSummary(figures, language, root) {
  const { translate, misses } = words[language];
  const lines = promised.flatMap((name) => {
    const row = figures.rows.find((each) => each.row === name);
    return (row?.bounds ?? []).map((bound) => {
      const { figure, ...told } = tellBound(bound, language);
      const about = row?.[language] ?? '';
      // A single bound is held to times.
      const single = figure === translate('ms, ratio') || figure === translate('ms, in s');
      return {
        about: single ? about : `${about}: ${figure}`,
        ours: single ? `${told.ours} ms` : told.ours,
        theirs: single && told.theirs !== '' ? `${told.theirs} ms` : told.theirs,
        bound: told.bound,
        result: bound.met ? told.result : `**${told.result}${misses}**`,
      };
    });
  });
  return await formed(
    fill(root, `figures/summary.${language}.md`, { ...summarize(figures, language), lines }),
    root,
  );
}

/**
 * @param {Figures} figures
 * @param {Language} language
 */
function summarize({ machine, rows }, language) {
  const bounds = rows.flatMap((row) => row.bounds);
  const dates = datesOf(rows.map(({ date }) => date));
  return {
    machine,
    memory: machine.gigabytes,
    tools: machine.tools.join(words[language].list),
    dates: language === 'zh' ? dates.replace(' to ', ' 至 ') : dates,
    met: bounds.filter((bound) => bound.met).length,
    count: bounds.length,
  };
}

/**
 * @param {Row} row
 * @param {Language} language
 */
function tellRow(row, language) {
  const { translate, side } = words[language];
  const details = Object.entries(row.details ?? {});
  const names = Object.keys(details[0]?.[1] ?? {});
  const columns = [side, ...names.map(translate)];
  return {
    name: row.row,
    about: row[language],
    skipped: row.skipped === undefined ? '' : translate(row.skipped),
    bounds: row.bounds.map((bound) => tellBound(bound, language)),
    columns: columns.join(' | '),
    ruler: `|${' --- |'.repeat(columns.length)}`,
    sides: details.map(([name, figures]) =>
      [translate(name), ...names.map((figure) => spell(figures[figure]))].join(' | '),
    ),
  };
}

/**
 * @param {Bound} bound
 * @param {Language} language
 */
function tellBound({ figure, ours, theirs, result, atMost, atLeast, met }, language) {
  const { translate, met: yes, missed } = words[language];
  return {
    figure: translate(figure),
    ours: spell(ours),
    theirs: spell(theirs),
    result: spell(result),
    bound: atLeast === undefined ? `≤ ${spell(atMost)}` : `≥ ${spell(atLeast)}`,
    met: met ? yes : missed,
  };
}

/** @param {number | undefined} value */
const spell = (value) =>
  value === undefined ? '' : value.toLocaleString('en', { maximumFractionDigits: 4 });

/**
 * @param {string} text
 * @param {string} root
 */
async function formed(text, root) {
  const options = await resolveConfig(`${root}/package.json`);
  return await format(text, { ...options, filepath: 'figures.md' });
}
