// @ts-check
// Runs the tests that could come out otherwise with another clang, bpftool or Node.js, with each of them, fetched and not
// installed: `npm run test:toolchains`; or with some, or some tests: `-- clang-19 test/e2e/seed.test.ts`.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { realHost } from './setup/host.mjs';
import { setUp } from './setup/set-up.mjs';
import { runMatrix } from './testing/matrix.mjs';
import { toolchainColumns } from './testing/toolchains/columns.mjs';
import { toolchains } from './testing/toolchains/table.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const context = { host: realHost, root, dryRun: false, tests: true };

process.exitCode = await main(process.argv.slice(2));

/** @param {readonly string[]} words names of toolchains, and tests, which have a path */
async function main(words) {
  const tests = words.filter((word) => word.includes('/'));
  const names = words.filter((word) => !word.includes('/'));
  const unknown = names.find((name) => !toolchains.some((toolchain) => toolchain.name === name));
  if (unknown !== undefined) {
    const known = toolchains.map(({ name }) => name).join(', ');
    process.stderr.write(`test:toolchains: no toolchain named ${unknown} (toolchains: ${known})\n`);
    return 2;
  }
  const unready = setUp(context, ['6.1', '6.12']);
  if (unready !== 0) return unready;
  const wanted = toolchains.filter(({ name }) => names.length === 0 || names.includes(name));
  return runMatrix(root, toolchainColumns(context, wanted, tests), (line) =>
    process.stdout.write(`${line}\n`),
  );
}
