// @ts-check
import { SetupError } from './setup-error.mjs';
import { perform } from './step.mjs';

/** @import { Context } from './step.mjs' */

const tsecli = ['node', 'dist/bin/tsecli.js'];

/**
 * Fetches those kernels for the lab that it does not have yet.
 * @param {Context} context
 * @param {readonly string[]} kernels versions such as `6.1`
 */
export function pullLabKernels(context, kernels) {
  if (kernels.length === 0) return;
  const present = presentKernels(context);
  for (const kernel of kernels.filter((version) => !present.includes(version))) pull(context, kernel);
}

/**
 * Fetches one that may be out of reach: not every archive has each kernel, and all move on. Gives the reason then.
 * @param {Context} context
 * @param {string} kernel
 */
export function tryLabKernel(context, kernel) {
  if (presentKernels(context).includes(kernel)) return undefined;
  try {
    pull(context, kernel);
    return undefined;
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    return error.message;
  }
}

/** @param {Context} context */
function presentKernels({ host, root }) {
  const { status, output } = host.run([...tsecli, 'lab', 'list'], { cwd: root });
  return status === 0 ? readVersions(output) : [];
}

/** @param {Context} context @param {string} kernel */
function pull(context, kernel) {
  perform(context, `fetching Linux ${kernel} for the lab`, [...tsecli, 'lab', 'pull', kernel]);
}

/**
 * The versions in the first column of what `tsecli lab list` prints.
 * @param {string} list
 */
export function readVersions(list) {
  return [...list.matchAll(/^(\d+\.\d+) /gm)].map((match) => match[1] ?? '');
}
