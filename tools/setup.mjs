// @ts-check
// Makes the machine ready: `npm run setup`. The demo and the tests call it by themselves.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { realHost } from './setup/host.mjs';
import { readOptions, usage } from './setup/options.mjs';
import { setUp } from './setup/set-up.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

process.exitCode = main(process.argv.slice(2));

/** @param {readonly string[]} argv */
function main(argv) {
  let options;
  try {
    options = readOptions(argv);
  } catch (error) {
    process.stderr.write(`setup: ${error instanceof Error ? error.message : String(error)}\n${usage}`);
    return 2;
  }
  if (options.help) {
    process.stdout.write(usage);
    return 0;
  }
  return setUp({ host: realHost, root, dryRun: options.dryRun, tests: true }, options.kernels);
}
