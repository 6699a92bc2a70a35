// `npm run bench [-- --runs N] [--seconds N] [--json FILE] [row …]`: every benchmark as one table. A line has the
// medians of both sides, the result (a ratio, or the figure itself), what the bound is, and whether it is met. What a
// row compares stands above, with all figures of its sides if it has several. --json writes all of it.
import { writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { detailTable, tableLines } from '../test/bench/table.mjs';
import { realHost } from './setup/host.mjs';
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
  'events-to-json',
  'ringbuf',
  'ringbuf-steady',
  'ringbuf-busy',
  'memory',
  'opens',
  'trace-lines',
  'growth-size',
  'growth-buffers',
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
const details = {};
for (const name of names.length > 0 ? names : rows) {
  const { row } = await import(`../test/bench/rows/${name}.mjs`);
  console.log(`${name}: ${row.name}`);
  const result = await row.run({ runs, seconds });
  lines.push(...tableLines(name, row, result));
  const detail = detailTable(result);
  if (detail === undefined) continue;
  details[name] = detail;
  console.table(detail);
}
console.table(lines);
if (values.json !== undefined)
  writeFileSync(values.json, `${JSON.stringify({ runs, lines, details }, undefined, 2)}\n`);

function readArguments() {
  const options = {
    runs: { type: 'string', default: '15' },
    seconds: { type: 'string', default: '60' },
    json: { type: 'string' },
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
