// Every static check in one go: formatting, types, lint with its type-aware rules, dead code. The first line of each
// says what runs; all run even when one fails, so that one call shows everything there is to mend.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
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
let failed = 0;
for (const [name, [command, ...args]] of Object.entries(checks)) {
  console.log(`check ${name}`);
  const { status } = spawnSync(join(root, 'node_modules/.bin', command), args, {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) failed += 1;
}
if (failed > 0) {
  console.error(`${failed} of ${Object.keys(checks).length} checks failed`);
  process.exit(1);
}
