// `npm run bench [-- --runs N] [--seconds N] [--json FILE] [--write] [row …]`: every benchmark as one table. A line has
// the medians of both sides, the result (a ratio, or the figure itself), what the bound is, and whether it is met. What
// a row compares stands above, with all figures of its sides if it has several. --json writes all of it, --write the
// pages, the picture and the JSON of docs.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { rowRecord, tableLines } from '../test/bench/table.mjs';
import { realHost } from './setup/host.mjs';
import { figuresPath } from './figures/bench-json.mjs';
import { describeMachine } from './figures/machine.mjs';
import { mergeFigures } from './figures/merge.mjs';
import { defaultKernels } from './setup/options.mjs';
import { setUp } from './setup/set-up.mjs';

const rows = [
  'compile-warm',
  'compile-edited',
  'compile-1000-lines',
  'compile-ten-headers',
  'compile-cold',
  'watch-verdict',
  'lab-first-line',
  'attach',
  'attach-bcc',
  'events-to-json',
  'ringbuf',
  'ringbuf-steady',
  'ringbuf-busy',
  'bcc',
  'memory',
  'opens',
  'trace-lines',
  'growth-programs',
  'growth-maps',
  'growth-buffers',
  'growth-rate',
  'growth-size',
  'growth-package',
  'sustained',
];

const { values, positionals: names } = readArguments();
const runs = wholeNumber('runs');
const seconds = wholeNumber('seconds');
const unknown = names.find((name) => !rows.includes(name));
if (unknown !== undefined) refuse(`no row named ${unknown} (rows: ${rows.join(', ')})`);

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const unready = setUp({ host: realHost, root, dryRun: false }, defaultKernels);
if (unready !== 0) process.exit(unready);
const lines = [];
const measured = { machine: describeMachine(), rows: [] };
const figures = values.write ? await openFigures() : undefined;
for (const name of names.length > 0 ? names : rows) {
  const { row } = await import(`../test/bench/rows/${name}.mjs`);
  console.log(`${name}: ${row.name}`);
  const result = await row.run({ runs, seconds });
  const record = rowRecord(name, row, result);
  measured.rows.push({ ...record, date: new Date().toISOString().slice(0, 10), runs });
  lines.push(...tableLines(name, row, result));
  if (record.details) console.table(record.details);
}
console.table(lines);
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(measured, undefined, 2)}\n`);
await figures?.write(measured);

/** Where the docs' figures are; refuses before anything is measured what could not stand beside those that are there. */
async function openFigures() {
  const { writeFigures } = await import('./figures/outputs.mjs');
  const path = join(root, figuresPath);
  const before = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
  const merge = (now) => mergeFigures(before, now, rows);
  const measuring = (names.length > 0 ? names : rows).map((row) => ({ row }));
  if (!merge({ ...measured, rows: measuring }))
    refuse(`${figuresPath} is of another machine or of other programs: --write without rows makes it anew`);
  return { write: async (now) => await writeFigures(merge(now), root) };
}

function readArguments() {
  const options = {
    runs: { type: 'string', default: '15' },
    seconds: { type: 'string', default: '60' },
    json: { type: 'string' },
    write: { type: 'boolean', default: false },
  };
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    return refuse(error.message);
  }
}

function wholeNumber(option) {
  const number = Number(values[option]);
  return Number.isInteger(number) && number > 0 ? number : refuse(`--${option} takes a whole number from 1`);
}

function refuse(text) {
  console.error(`bench: ${text}`);
  process.exit(2);
}
