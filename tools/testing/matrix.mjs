// @ts-check
import { runTap } from './tap.mjs';
import { createTally, summarize } from './tally.mjs';

/**
 * One column of a matrix of tests: what it is called, what tests run in it, and with what. One that cannot be had here
 * says why in place of that.
 * @typedef {{name: string, missing: string}
 *   | {name: string, tests: readonly string[], node?: string, env: NodeJS.ProcessEnv}} Column
 */

/**
 * Runs the columns one after the other, so that each failure stands below its column, and says the outcome of each at
 * the end. Gives the exit code: 1 where a test failed, and where no column could be run.
 * @param {string} root
 * @param {Iterable<Column>} columns made when their turn comes
 * @param {(line: string) => void} say
 */
export async function runMatrix(root, columns, say) {
  const outcomes = [];
  let [ran, failed] = [0, 0];
  for (const column of columns) {
    if ('missing' in column) {
      say(`skip    ${column.name}: ${column.missing}`);
      outcomes.push(`${column.name}: skipped`);
      continue;
    }
    say(`--- ${column.name}`);
    const total = await runColumn(root, column, say);
    ran++;
    failed += total.failed;
    outcomes.push(`${column.name}: ${summarize(total)}`);
  }
  for (const outcome of outcomes) say(outcome);
  return failed > 0 || ran === 0 ? 1 : 0;
}

/**
 * @param {string} root
 * @param {Exclude<Column, {missing: string}>} column
 * @param {(line: string) => void} say
 */
async function runColumn(root, { tests, node, env }, say) {
  const tally = createTally(say);
  const status = await runTap(
    root,
    ['--reporter=jsonstream', '--serial=test/e2e', '--disable-coverage', ...tests],
    (event) => tally.add(event),
    { ...(node !== undefined && { node }), env },
  );
  if (status !== 0 && tally.total.failed === 0) {
    say(`FAILED  tap ended with status ${status}`);
    tally.total.failed++;
  }
  return tally.total;
}
