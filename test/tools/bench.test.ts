import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { root } from '../fixtures/project.js';

const bench = (...args: readonly string[]) =>
  spawnSync(process.execPath, [join(root, 'tools/bench.mjs'), ...args], { encoding: 'utf8' });

t.test('a wrong call of the benchmarks is told in a sentence', async (t) => {
  t.match(bench('--runs', 'many'), { status: 2, stderr: 'bench: --runs takes a whole number from 1\n' });
  t.match(bench('no-such-row'), {
    status: 2,
    stderr: /^bench: no row named no-such-row \(rows: compile-warm, /,
  });
});

t.test('every row that it names is there', async (t) => {
  const names = /\(rows: (.*)\)/.exec(bench('no-such-row').stderr)?.[1]?.split(', ') ?? [];
  t.ok(names.length >= 3);
  for (const name of names) t.ok(existsSync(join(root, `test/bench/rows/${name}.mjs`)), name);
});
