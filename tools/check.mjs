// Every static check in one go: formatting, types, lint with its type-aware rules, dead code. They run beside each other;
// the first line of each says what ran; all run even when one fails, so that one call shows everything there is to mend.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { generateValidator } from './generate-validator.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const checks = {
  formatting: ['prettier', '--check', '--log-level', 'warn', '.'],
  types: ['tsc', '-p', '.'],
  lint: ['oxlint', '--type-aware', '--quiet'],
  'dead code': ['knip', '--no-progress'],
};

await generateValidator(root);
const running = Object.entries(checks).map(([name, command]) => ({ name, finished: run(command) }));
let failed = 0;
for (const { name, finished } of running) {
  const { status, said } = await finished;
  process.stdout.write(`check ${name}\n${said}`);
  if (status !== 0) failed += 1;
}
if (failed > 0) {
  console.error(`${failed} of ${running.length} checks failed`);
  process.exit(1);
}

/** Runs a command of the npm packages; gives how it ended and what it said, in one. */
async function run([command, ...args]) {
  // One pipe for both keeps the order.
  const argv = ['-c', 'exec "$0" "$@" 2>&1', join(root, 'node_modules/.bin', command), ...args];
  const child = spawn('sh', argv, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const said = await text(child.stdout);
  return { status: await ended, said };
}
