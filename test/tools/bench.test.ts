import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { root } from '../fixtures/project.js';

const bench = (...args: readonly string[]) =>
  spawnSync(process.execPath, [join(root, 'tools/bench.mjs'), ...args], { encoding: 'utf8' });

const rowsFolder = join(root, 'test/bench/rows');

t.test('a wrong call of the benchmarks is told in a sentence', async (t) => {
  t.match(bench('--runs', 'many'), { status: 2, stderr: 'bench: --runs takes a whole number from 1\n' });
  t.match(bench('--seconds', '0'), { status: 2, stderr: 'bench: --seconds takes a whole number from 1\n' });
  t.match(bench('--rows'), { status: 2, stderr: /^bench: Unknown option '--rows'/ });
  t.match(bench('no-such-row'), {
    status: 2,
    stderr: /^bench: no row named no-such-row \(rows: compile-warm, /,
  });
});

t.test('it names every row that there is, and no other', async (t) => {
  const names = /\(rows: (.*)\)/.exec(bench('no-such-row').stderr)?.[1]?.split(', ') ?? [];
  const files = readdirSync(rowsFolder).map((file) => file.replace('.mjs', ''));
  t.same(names.toSorted(), files.toSorted());
});

for (const file of readdirSync(rowsFolder)) {
  t.test(`${file} has a name, bounds, and what measures it`, async (t) => {
    const { row } = await import(join(rowsFolder, file));
    t.match(row, { name: String, run: Function });
    for (const bound of Array.isArray(row.reach) ? row.reach : [{ atMost: row.reach }])
      t.ok(Number.isFinite(bound.atMost ?? bound.atLeast), JSON.stringify(bound));
  });
}
