// @ts-check
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
  const { status, output } = context.host.run([...tsecli, 'lab', 'list'], { cwd: context.root });
  const present = status === 0 ? readVersions(output) : [];
  for (const kernel of kernels.filter((version) => !present.includes(version))) {
    perform(context, `fetching Linux ${kernel} for the lab`, [...tsecli, 'lab', 'pull', kernel]);
  }
}

/**
 * The versions in the first column of what `tsecli lab list` prints.
 * @param {string} list
 */
export function readVersions(list) {
  return [...list.matchAll(/^(\d+\.\d+) /gm)].map((match) => match[1] ?? '');
}
