// @ts-check
import { spawnSync } from 'node:child_process';
import { accessSync, closeSync, constants, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { isatty } from 'node:tty';

/**
 * What set-up may ask of the machine and do to it. The real one is {@link realHost}; tests pass their own.
 * @typedef {object} Host
 * @property {string} arch process.arch
 * @property {string} nodeVersion process.versions.node
 * @property {boolean} isRoot
 * @property {boolean} isTerminal whether sudo could ask for a password
 * @property {readonly string[]} path directories where programs lie
 * @property {(path: string) => boolean} isExecutable
 * @property {(path: string) => boolean} isReadable
 * @property {(path: string) => readonly string[]} list names in a directory, none when there is no such directory
 * @property {(path: string, length: number) => Uint8Array | undefined} readStart first bytes of a file
 * @property {(path: string) => string | undefined} readText
 * @property {(command: readonly string[], options?: {cwd?: string}) => Finished} run runs a program to its end
 * @property {(line: string) => void} say tells the user one thing
 */

/**
 * How a program ended. `status` is its exit code, 127 when it could not be started.
 * @typedef {{status: number, output: string}} Finished
 */

/** Package tools put some of these programs where an ordinary user's PATH does not look. */
const systemDirectories = ['/usr/local/sbin', '/usr/sbin', '/sbin', '/usr/local/bin', '/usr/bin', '/bin'];

/** This machine. @type {Host} */
export const realHost = {
  arch: process.arch,
  nodeVersion: process.versions.node,
  isRoot: process.getuid?.() === 0,
  isTerminal: isatty(0),
  path: [...new Set([...(process.env['PATH'] ?? '').split(':').filter(Boolean), ...systemDirectories])],
  isExecutable: (path) => isAccessible(path, constants.X_OK),
  isReadable: (path) => isAccessible(path, constants.R_OK),
  list: (path) => orUndefined(() => readdirSync(path)) ?? [],
  readStart: (path, length) => orUndefined(() => readStart(path, length)),
  readText: (path) => orUndefined(() => readFileSync(path, 'utf8')),
  run: ([program = '', ...args], options = {}) => {
    // The terminal stays the child's standard input, so that sudo can ask; apt must not.
    const { status, error, stdout, stderr } = spawnSync(program, args, {
      cwd: options.cwd,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' },
      stdio: ['inherit', 'pipe', 'pipe'],
      maxBuffer: 64 * 1024 * 1024,
      encoding: 'utf8',
    });
    return {
      status: error ? 127 : (status ?? 1),
      output: `${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}`,
    };
  },
  say: (line) => process.stderr.write(`${line}\n`),
};

/**
 * @param {string} path
 * @param {number} mode
 */
function isAccessible(path, mode) {
  return orUndefined(() => (accessSync(path, mode), true)) ?? false;
}

/**
 * @param {string} path
 * @param {number} length
 */
function readStart(path, length) {
  const bytes = new Uint8Array(length);
  const file = openSync(path, 'r');
  try {
    return bytes.subarray(0, readSync(file, bytes, 0, length, 0));
  } finally {
    closeSync(file);
  }
}

/**
 * What is absent or unreadable is for set-up the same as not there.
 * @template T
 * @param {() => T} read
 * @returns {T | undefined}
 */
function orUndefined(read) {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/**
 * The full path of the first program with one of these names.
 * @param {Pick<Host, 'path' | 'isExecutable'>} host
 * @param {readonly string[]} names
 */
export function findProgram(host, names) {
  for (const name of names) {
    for (const directory of host.path) {
      if (host.isExecutable(join(directory, name))) return join(directory, name);
    }
  }
  return undefined;
}
