// @ts-check
import { buildProject } from './build.mjs';
import { installSystemPackages } from './install-system.mjs';
import { pullLabKernels } from './lab-kernels.mjs';
import { explainOldNode } from './node-version.mjs';
import { installNpmPackages } from './npm-packages.mjs';
import { SetupError } from './setup-error.mjs';
import { provideTestRegistry } from './test-registry.mjs';

/** @import { Context } from './step.mjs' */

/**
 * Makes the machine ready, from nothing to a kernel for the lab; says one line for each thing it does, and nothing
 * when nothing is to be done. Gives the exit code: 9 when something is missing that it cannot install.
 * @param {Context} context
 * @param {readonly string[]} kernels for the lab, for instance `6.1`
 */
export function setUp(context, kernels) {
  try {
    const oldNode = explainOldNode(context.host.nodeVersion);
    if (oldNode) throw new SetupError(oldNode);
    installSystemPackages(context);
    installNpmPackages(context);
    if (context.tests) provideTestRegistry(context);
    buildProject(context);
    pullLabKernels(context, kernels);
    return 0;
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    context.host.say(`setup: ${error.message}`);
    return error.exitCode;
  }
}
