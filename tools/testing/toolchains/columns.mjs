// @ts-check
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { delimiter, dirname, join, relative } from 'node:path';
import { SetupError } from '../../setup/setup-error.mjs';
import { perform } from '../../setup/step.mjs';
import { registryDirectory } from '../../setup/test-registry.mjs';
import { fetchDebian } from './fetch-debian.mjs';

/** @import { Column } from '../matrix.mjs' */
/** @import { Context } from '../../setup/step.mjs' */
/** @import { Toolchain } from './table.mjs' */

/**
 * A column for each toolchain, fetched when its turn comes, and kept. Its programs come first in PATH.
 * @param {Context} context
 * @param {readonly Toolchain[]} toolchains
 * @param {readonly string[]} tests in place of each one's own, if there are any
 * @returns {Generator<Column>}
 */
export function* toolchainColumns(context, toolchains, tests) {
  for (const toolchain of toolchains) {
    const { name, npm } = toolchain;
    const directory = join(context.root, registryDirectory, 'toolchains', name);
    const missing = obtain(context, toolchain, directory);
    if (missing !== undefined) {
      yield { name, missing };
      continue;
    }
    const bin = join(directory, toolchain.bin);
    yield {
      name,
      tests: tests.length > 0 ? tests : toolchain.tests,
      ...(npm !== undefined && { node: join(bin, 'node') }),
      env: { PATH: [bin, process.env['PATH']].join(delimiter) },
    };
  }
}

/**
 * Fetches one that is not here yet; gives the reason where it cannot be had.
 * @param {Context} context
 * @param {Toolchain} toolchain
 * @param {string} directory
 */
function obtain(context, { debian, npm, bin, libraries }, directory) {
  try {
    if (context.host.list(directory).length === 0) {
      if (debian) fetchDebian(context, debian, directory);
      if (npm !== undefined) fetchNpm(context, npm, directory);
      if (libraries !== undefined) gatherLibraries(directory, libraries);
    }
    const programs = context.host.list(join(directory, bin));
    return programs.length > 0 ? undefined : `${bin} is not in what was fetched`;
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    return error.message;
  }
}

/** @param {Context} context @param {string} name @param {string} directory */
function fetchNpm(context, name, directory) {
  mkdirSync(dirname(directory), { recursive: true });
  const folder = mkdtempSync(`${directory}-new-`);
  try {
    const command = [
      'npm',
      'install',
      '--prefix',
      folder,
      '--no-save',
      '--ignore-scripts',
      '--no-audit',
      name,
    ];
    perform({ ...context, root: folder }, 'fetching a Node.js', command);
    // Tests run it as an ordinary user, too.
    chmodSync(folder, 0o755);
    renameSync(folder, directory);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Libraries lie where the system's loader would find them, were they installed; these programs look beside themselves.
 * @param {string} directory
 * @param {string} beside
 */
function gatherLibraries(directory, beside) {
  const installed = join(directory, 'usr/lib');
  for (const triplet of readdirSync(installed).filter((name) => name.includes('-linux-'))) {
    for (const name of readdirSync(join(installed, triplet))) {
      const link = join(directory, beside, name);
      rmSync(link, { force: true });
      symlinkSync(relative(dirname(link), join(installed, triplet, name)), link);
    }
  }
}
