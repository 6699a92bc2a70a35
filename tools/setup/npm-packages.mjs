// @ts-check
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { perform } from './step.mjs';

/** @import { Context } from './step.mjs' */

/**
 * Installs the npm packages of the lock file when node_modules is not there or is older than the lock file.
 * No package of ours needs its install script, so none is run.
 * @param {Context} context
 */
export function installNpmPackages(context) {
  if (areNpmPackagesFresh(context.root)) return;
  perform(context, 'installing the npm packages', [
    'npm',
    'ci',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
  ]);
}

/**
 * npm writes node_modules/.package-lock.json last, so an installation that was cut short is not taken for a whole one.
 * @param {string} root
 */
export function areNpmPackagesFresh(root) {
  const installed = statSync(join(root, 'node_modules/.package-lock.json'), { throwIfNoEntry: false });
  const wanted = statSync(join(root, 'package-lock.json'), { throwIfNoEntry: false });
  return installed !== undefined && (wanted === undefined || installed.mtimeMs >= wanted.mtimeMs);
}
