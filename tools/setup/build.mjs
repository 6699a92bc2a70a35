// @ts-check
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fingerprintFiles } from './fingerprint.mjs';
import { perform } from './step.mjs';

/** @import { Context } from './step.mjs' */

/** Whatever goes into dist/. */
const sources = [
  'core',
  'compiler',
  'runtime',
  'templates',
  'tutorials/lesson.schema.json',
  'tutorials/runner',
  'tools/build.mjs',
  'tools/generate-validator.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
];

/** What a whole build leaves; `--bundles` alone makes no library. */
const products = ['dist/bin/tsecc.js', 'dist/bin/tsecli.js', 'dist/bin/tselearn.js', 'dist/core'];

/** Where the fingerprint of the sources of the last build is kept: it goes when dist/ goes. package.json leaves it out of what is published. */
const stampFile = 'dist/.built-from';

/**
 * Builds dist/ when the sources are not those of the last build.
 * @param {Context} context
 */
export function buildProject(context) {
  if (isBuildFresh(context.root)) return;
  perform(context, 'building', ['node', 'tools/build.mjs']);
  // Taken after the build, which writes generated sources of its own.
  if (!context.dryRun) recordBuild(context.root);
}

/**
 * Whether dist/ is there and was made from the sources as they are.
 * @param {string} root
 */
export function isBuildFresh(root) {
  if (!products.every((path) => existsSync(join(root, path)))) return false;
  const stamp = join(root, stampFile);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprintFiles(root, sources);
}

/**
 * Remembers that dist/ was made from the sources as they are now.
 * @param {string} root
 */
export function recordBuild(root) {
  const stamp = join(root, stampFile);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, fingerprintFiles(root, sources));
}
