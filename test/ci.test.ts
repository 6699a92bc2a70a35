import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import t from 'tap';

/** Runs .ci/run in a project whose npm is a script of ours; gives its exit code and its last line. */
function runCi(directory: string, npm: string) {
  mkdirSync(`${directory}/.ci`);
  mkdirSync(`${directory}/bin`);
  cpSync('.ci/run', `${directory}/.ci/run`);
  writeFileSync(`${directory}/bin/npm`, `#!/bin/sh\n${npm}\n`);
  chmodSync(`${directory}/bin/npm`, 0o755);
  const { status, stdout } = spawnSync('bash', [`${directory}/.ci/run`], {
    encoding: 'utf8',
    env: { ...process.env, PATH: `${directory}/bin:${process.env['PATH']}` },
  });
  return { status, last: stdout.trimEnd().split('\n').at(-1) };
}

const table = [
  ['tests and checks that pass', 'test "$1" = run || echo "12 passed, 0 failed"', 0, '13 passed, 0 failed'],
  [
    'a test that fails',
    'test "$1" = run || { echo "11 passed, 1 failed"; exit 1; }',
    1,
    '12 passed, 1 failed',
  ],
  [
    'a check that fails',
    'test "$1" = test && echo "12 passed, 0 failed, 3 skipped"',
    1,
    '12 passed, 1 failed, 3 skipped',
  ],
  ['tests that broke before they could count', 'test "$1" = run', 1, '1 passed, 1 failed'],
  [
    'tests that counted, then broke',
    'test "$1" = run || { echo "9 passed, 0 failed"; exit 7; }',
    1,
    '10 passed, 1 failed',
  ],
] as const;

for (const [what, npm, status, last] of table) {
  t.test(`CI with ${what} ends with ${status} and the count`, async (t) => {
    t.same(runCi(t.testdir(), npm), { status, last });
  });
}
