// @ts-check
import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram } from './host.mjs';
import { rootPrefix } from './privilege.mjs';
import { SetupError } from './setup-error.mjs';
import { perform } from './step.mjs';

/** @import { Context } from './step.mjs' */

/** Debian's and Ubuntu's package, and the program in it. */
const name = 'docker-registry';

/** Where the program lies when it is not installed: it goes when node_modules goes. */
export const registryDirectory = 'node_modules/.cache/tsecc';

/**
 * Puts a registry at hand for the tests that push to one and pull from it. The package is unpacked, not installed: an
 * installation would start a service on port 5000, now and after each start of the machine. Where it cannot be had, the
 * tests skip and say why; set-up goes on.
 * @param {Context} context
 */
export function provideTestRegistry(context) {
  const { host, root } = context;
  if (host.isExecutable(join(root, registryDirectory, name)) || findProgram(host, [name])) return;
  // Other distributions have no such package.
  if (!findProgram(host, ['apt-get']) || !findProgram(host, ['dpkg'])) return;
  try {
    fetchLists(context);
    unpack(context);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    host.say(`setup: the tests of registries will be skipped: ${error.message}`);
  }
}

/** Only root may fetch them; without root those that are there have to do. @param {Context} context */
function fetchLists(context) {
  const { host } = context;
  if (host.run(['apt-get', 'download', '--print-uris', name]).status === 0) return;
  const prefix = rootPrefix(host);
  if (prefix) perform(context, 'fetching the package lists', [...prefix, 'apt-get', 'update', '-q']);
}

/** @param {Context} context */
function unpack(context) {
  const { host, root, dryRun } = context;
  const download = ['apt-get', 'download', '-q', name];
  const purpose = 'fetching a registry for the tests';
  if (dryRun) return perform(context, purpose, download);
  const kept = join(root, registryDirectory);
  mkdirSync(kept, { recursive: true });
  const folder = mkdtempSync(join(kept, 'new-'));
  try {
    const within = { ...context, root: folder };
    perform(within, purpose, download);
    const [file = ''] = host.list(folder);
    perform(within, 'unpacking it', ['dpkg', '-x', file, '.']);
    renameSync(join(folder, 'usr/bin', name), join(kept, name));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
