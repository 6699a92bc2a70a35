// @ts-check
import { SetupError } from './setup-error.mjs';

/** @import { Host } from './host.mjs' */

/**
 * What every step of set-up works with.
 * @typedef {object} Context
 * @property {Host} host
 * @property {string} root the project's directory
 * @property {boolean} dryRun print what would be done, and do nothing
 * @property {boolean} [tests] make ready for the tests, too
 */

/** How many lines of a failed program's output are shown at most, half of them its first, half its last. */
const shownLines = 40;

/**
 * Says what is being done and does it; in a dry run only says what would be. Throws {@link SetupError} with the
 * beginning and the end of the program's output when it fails.
 * @param {Context} context
 * @param {string} purpose
 * @param {readonly string[]} command
 */
export function perform({ host, root, dryRun }, purpose, command) {
  const shown = command.join(' ');
  if (dryRun) return host.say(`setup: would run (${purpose}): ${shown}`);
  host.say(`setup: ${purpose}: ${shown}`);
  const { status, output } = host.run(command, { cwd: root });
  if (status === 0) return;
  throw new SetupError(`${shown}: ended with status ${status}\n${shorten(output)}`);
}

/**
 * npm tells the reason first and apt last.
 * @param {string} output
 */
function shorten(output) {
  const lines = output.trimEnd().split('\n');
  if (lines.length <= shownLines) return lines.join('\n');
  return [...lines.slice(0, shownLines / 2), '…', ...lines.slice(-shownLines / 2)].join('\n');
}
