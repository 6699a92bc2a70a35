// @ts-check
// Loaded before a test by node's --import, ahead of tap's own hooks: the programs that tests start run as a user's do. tap
// would load its hooks into each that is a node, which more than doubles what a start costs, and count what it uses of
// `dist`, which is nobody's figure.
import { ChildProcess } from 'node:child_process';

/** @typedef {(options: {envPairs?: string[]}) => unknown} Spawn what node calls in the end, with `name=value`s */

const programs = /** @type {{spawn: Spawn}} */ (/** @type {unknown} */ (ChildProcess.prototype));
// The one way to what spawnSync and its like call; tap takes it, too.
const programsAwaited = /** @type {{binding: (name: string) => {spawn: Spawn}}} */ (
  /** @type {unknown} */ (process)
).binding('spawn_sync');

/** As tap writes it: an option, in quotes or not. */
const hooks = /(?<=[= ])"?--import=\S*@tapjs\/processinfo\S*(?: |$)/g;

for (const target of [programs, programsAwaited]) {
  const { spawn } = target;
  target.spawn = function plainly(options) {
    return spawn.call(this, {
      ...options,
      ...(options.envPairs && { envPairs: withoutTap(options.envPairs) }),
    });
  };
}

/**
 * An environment's `name=value`s, without tap's hooks in NODE_OPTIONS; other options stay.
 * @param {readonly string[]} pairs
 */
export function withoutTap(pairs) {
  return pairs
    .map((pair) => (pair.startsWith('NODE_OPTIONS=') ? pair.replace(hooks, '').trimEnd() : pair))
    .filter((pair) => pair !== 'NODE_OPTIONS=');
}
