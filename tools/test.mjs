// @ts-check
// Runs the tests: `npm test`, or a part of them: `npm test -- test/core`. Sets up what they need before.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { realHost } from './setup/host.mjs';
import { setUp } from './setup/set-up.mjs';
import { describeCoverage, findShortfalls, sumSources } from './testing/coverage.mjs';
import { formGroups } from './testing/group/form-groups.mjs';
import { runTap } from './testing/tap.mjs';
import { createTally, summarize } from './testing/tally.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The kernels that the end-to-end tests run on. */
const kernels = ['6.1', '6.12'];

process.exitCode = await main(process.argv.slice(2));

/** @param {readonly string[]} args for tap: files, directories, options */
async function main(args) {
  const unready = setUp({ host: realHost, root, dryRun: false, tests: true }, kernels);
  if (unready !== 0) return unready;

  const tally = createTally(say);
  const wholeSuite = args.length === 0;
  const status = await runTap(
    root,
    [
      '--reporter=jsonstream',
      // They count each line that any program of this host's kernel prints. Their name has them run first: later, one
      // processor would wait for what the other is at.
      '--serial=test/alone',
      ...(wholeSuite
        ? ['--coverage-report=json-summary', ...formGroups(root)]
        : ['--disable-coverage', ...args]),
    ],
    (event) => tally.add(event),
  );

  const shortfalls = wholeSuite && status === 0 ? checkCoverage() : [];
  for (const shortfall of shortfalls) say(`FAILED  ${shortfall}`);
  tally.total.failed += shortfalls.length;
  if (status !== 0 && tally.total.failed === 0) {
    say(`FAILED  tap ended with status ${status}`);
    tally.total.failed++;
  }
  say(summarize(tally.total));
  return tally.total.failed > 0 ? 1 : 0;
}

function checkCoverage() {
  const summary = sumSources(
    JSON.parse(readFileSync(join(root, '.tap/report/coverage-summary.json'), 'utf8')),
  );
  say(describeCoverage(summary));
  return findShortfalls(summary);
}

/** @param {string} line */
function say(line) {
  process.stdout.write(`${line}\n`);
}
