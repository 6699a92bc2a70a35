import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import t, { type Test } from 'tap';
import { topOf } from '../../../../tools/testing/group/run-group.mjs';

const tools = join(process.cwd(), 'tools/testing');

/** Runs the files in one process, as tap runs a group, and gives what it prints. */
function runGroup(t: Test, files: Readonly<Record<string, string>>): { text: string; status: number | null } {
  // Within the project, where `tap` is found.
  const dir = t.testdir({
    ...files,
    'group.mjs': `import { runGroup } from ${JSON.stringify(pathToFileURL(join(tools, 'group/run-group.mjs')))};
await runGroup(new URL('.', import.meta.url), ${JSON.stringify(Object.keys(files))});`,
  });
  const register = `--import=${join(tools, 'typescript/register.mjs')}`;
  const { NODE_OPTIONS: _, ...env } = process.env;
  const { stdout, status } = spawnSync(process.execPath, [register, join(dir, 'group.mjs')], {
    encoding: 'utf8',
    env: { ...env, TAP: '1' },
  });
  return { text: stdout, status };
}

t.test('each file has a top of its own: what it sets up is for its own tests', async (t) => {
  const { text, status } = runGroup(t, {
    'a.test.ts': `import t from 'tap';
let made: number = 0;
t.beforeEach(() => { made++; });
t.test('first', async (t) => { t.equal(made, 1); });
t.test('second', async (t) => { t.equal(made, 2); });`,
    'b.test.ts': `import t, { type Test } from 'tap';
const check = (t: Test) => t.pass('here');
await t.test('waited for', async (t) => { check(t); });
t.test('at its top', async (t) => { check(t); });`,
  });
  t.equal(status, 0, text);
  const order = ['first', 'second', 'ok 1 - a.test.ts', 'waited for', 'at its top', 'ok 2 - b.test.ts'];
  t.same(
    order.map((name) => text.indexOf(name) >= 0),
    order.map(() => true),
    text,
  );
  t.same(
    order.map((name) => text.indexOf(name)).toSorted(ascending),
    order.map((name) => text.indexOf(name)),
  );
});

t.test('a file that cannot be loaded fails alone', async (t) => {
  const { text, status } = runGroup(t, {
    'a.test.ts': `import t from 'tap';\nthrow new Error('no such day');`,
    'b.test.ts': `import t from 'tap';\nt.test('one', async (t) => { t.pass(); });`,
  });
  t.equal(status, 1);
  t.match(text, /not ok 1 - no such day/);
  t.match(text, /^not ok 1 - a\.test\.ts/m);
  t.match(text, /^ok 2 - b\.test\.ts/m);
});

t.test('a top is only for files of the group', async (t) => {
  t.throws(() => topOf('file:///other.test.ts'), { message: /is no test of this group/ });
});

function ascending(one: number, other: number): number {
  return one - other;
}
