// `npm run bench [-- --runs N] [row …]`: every benchmark as one table. A row says what is compared, the medians, the
// figure (a ratio, or seconds), what the bound is, and whether it is met.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
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
  'events-to-json',
  'ringbuf',
];

const args = process.argv.slice(2);
const runsAt = args.indexOf('--runs');
const runs = runsAt >= 0 ? Number(args.splice(runsAt, 2)[1]) : 15;
if (!Number.isInteger(runs) || runs < 1) {
  console.error('bench: --runs takes a whole number from 1');
  process.exit(2);
}
const unknown = args.find((name) => !rows.includes(name));
if (unknown !== undefined) {
  console.error(`bench: no row named ${unknown} (rows: ${rows.join(', ')})`);
  process.exit(2);
}

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const unready = setUp({ host: realHost, root, dryRun: false }, defaultKernels);
if (unready !== 0) process.exit(unready);
const table = [];
for (const name of args.length > 0 ? args : rows) {
  const { row } = await import(`../test/bench/rows/${name}.mjs`);
  const result = await row.run({ runs });
  if (result.skipped) {
    table.push({ row: row.name, met: result.skipped });
    continue;
  }
  const figure = row.seconds ? result.ours / 1000 : result.ratio;
  table.push({
    row: row.name,
    'ours ms': Math.round(result.ours),
    'theirs ms': result.theirs === undefined ? '' : Math.round(result.theirs),
    figure: Number(figure.toFixed(2)),
    reach: `<= ${row.reach}`,
    met: figure <= row.reach ? 'yes' : 'no',
  });
}
console.table(table);
