// @ts-check
// Runs the end-to-end tests on each kernel that the lab can get, one after the other: `npm run test:kernels`; or on some
// of them, or some tests: `npm run test:kernels -- 5.10 7.2 test/e2e/seed.test.ts`.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { realHost } from './setup/host.mjs';
import { setUp } from './setup/set-up.mjs';
import { kernelColumns, listKernelTests, readWords } from './testing/kernel-columns.mjs';
import { runMatrix } from './testing/matrix.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const context = { host: realHost, root, dryRun: false, tests: true };

process.exitCode = await main(process.argv.slice(2));

/** @param {readonly string[]} words */
async function main(words) {
  const unready = setUp(context, []);
  if (unready !== 0) return unready;
  const { kernels, tests } = readWords(words);
  const columns = kernelColumns(context, kernels, tests.length > 0 ? tests : listKernelTests(root));
  return runMatrix(root, columns, (line) => process.stdout.write(`${line}\n`));
}
