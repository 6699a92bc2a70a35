// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** @import { TapEvent } from './tally.mjs' */

/**
 * Runs tap and hands over its events as they come; what the tests themselves print to standard error is shown.
 * Gives tap's exit code.
 * @param {string} root
 * @param {readonly string[]} args
 * @param {(event: TapEvent) => void} onEvent
 * @param {{node?: string, env?: NodeJS.ProcessEnv}} [surroundings] the Node.js that runs all of it; variables besides ours
 */
export async function runTap(root, args, onEvent, { node = process.execPath, env = {} } = {}) {
  const tap = spawn(node, [join(root, 'node_modules/tap/dist/esm/run.mjs'), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(tap, 'close');
  for await (const line of createInterface(tap.stdout)) {
    const event = readEvent(line);
    if (event) onEvent(event);
  }
  const [status] = await ended;
  return typeof status === 'number' ? status : 1;
}

/**
 * The event in a line of the `jsonstream` reporter; undefined for a line of another kind, such as a coverage report.
 * @param {string} line
 * @returns {TapEvent | undefined}
 */
export function readEvent(line) {
  if (!line.startsWith('["')) return undefined;
  try {
    const event = JSON.parse(line);
    return Array.isArray(event) && typeof event[1] === 'object' && event[1] !== null
      ? /** @type {TapEvent} */ (event)
      : undefined;
  } catch {
    return undefined;
  }
}
