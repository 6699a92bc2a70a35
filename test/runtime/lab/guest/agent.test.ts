import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import t from 'tap';
import { productRoot } from '../../../../runtime/lab/paths.js';

// What it does in a guest, the end-to-end tests see.
t.test('the agent is built as one program that a bare Node can read', async (t) => {
  const program = join(productRoot(), 'dist/bin/lab-agent.js');
  t.equal(spawnSync(process.execPath, ['--check', program]).status, 0);
});
