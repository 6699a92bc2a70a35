// @ts-check
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tryLabKernel } from '../setup/lab-kernels.mjs';

/** @import { Column } from './matrix.mjs' */
/** @import { Context } from '../setup/step.mjs' */

/** One kernel of each age that Debian's archives have: of bullseye, of bookworm both, of sid. */
export const matrixKernels = ['5.10', '6.1', '6.12', '7.2'];

/**
 * What the command's words mean: versions are kernels, anything else are tests.
 * @param {readonly string[]} words
 */
export function readWords(words) {
  const isKernel = (/** @type {string} */ word) => /^\d+\.\d+$/.test(word);
  const kernels = words.filter(isKernel);
  return {
    kernels: kernels.length > 0 ? kernels : matrixKernels,
    tests: words.filter((word) => !isKernel(word)),
  };
}

/**
 * The tests that run on whatever kernels they are told: those that read test/fixtures/kernels.ts.
 * @param {string} root
 */
export function listKernelTests(root) {
  return readdirSync(join(root, 'test/e2e'))
    .map((name) => `test/e2e/${name}`)
    .filter((path) => path.endsWith('.test.ts'))
    .filter((path) => readFileSync(join(root, path), 'utf8').includes(`'../fixtures/kernels.js'`));
}

/**
 * A column for each kernel, fetched when its turn comes.
 * @param {Context} context
 * @param {readonly string[]} kernels
 * @param {readonly string[]} tests
 * @returns {Generator<Column>}
 */
export function* kernelColumns(context, kernels, tests) {
  for (const kernel of kernels) {
    const name = `Linux ${kernel}`;
    const missing = tryLabKernel(context, kernel);
    if (missing === undefined) yield { name, tests, env: { TSECC_TEST_KERNELS: kernel } };
    else yield { name, missing };
  }
}
