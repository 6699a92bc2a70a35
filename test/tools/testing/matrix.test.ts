import t from 'tap';
import { runMatrix } from '../../../tools/testing/matrix.mjs';

/** A tap that has one test for each file it is given, which fails where $FAILS names it. */
const tap = `
  const files = process.argv.slice(2).filter((word) => !word.startsWith('--'));
  console.log(JSON.stringify(['start', { name: 'tap', level: 0 }]));
  for (const file of files) {
    const ok = file !== process.env.FAILS;
    console.log(JSON.stringify(['start', { name: file, level: 1 }]));
    console.log(JSON.stringify([ok ? 'pass' : 'fail', { name: 'test of ' + file }]));
    console.log(JSON.stringify(['end', { name: file, level: 1, ok, time: 0 }]));
  }
  if (process.env.DIES) process.exitCode = 3;
`;
const projectIn = (t: Test): string =>
  t.testdir({ node_modules: { tap: { dist: { esm: { 'run.mjs': tap } } } } });

type Test = typeof t;

async function outcome(root: string, columns: Parameters<typeof runMatrix>[1]) {
  const lines: string[] = [];
  const status = await runMatrix(root, columns, (line) => lines.push(line));
  return { status, lines };
}

t.test('each column runs its tests with what is its own, and the outcomes come last', async (t) => {
  const { status, lines } = await outcome(projectIn(t as Test), [
    { name: 'one', tests: ['a', 'b'], env: {} },
    { name: 'two', missing: 'it is sold out' },
    { name: 'three', tests: ['a', 'b'], env: { FAILS: 'b' } },
  ]);
  t.equal(status, 1);
  t.ok(lines.includes('skip    two: it is sold out'));
  t.same(lines.slice(-3), ['one: 2 passed, 0 failed', 'two: skipped', 'three: 1 passed, 1 failed']);
  const failure = lines.findIndex((line) => line.startsWith('FAILED'));
  t.ok(failure > lines.indexOf('--- three'), 'a failure stands below its column');
});

t.test('all well is 0, a tap that dies is a failure, and so is a matrix without a column', async (t) => {
  const root = projectIn(t as Test);
  const column = { name: 'one', tests: ['a'], env: {} };
  t.equal((await outcome(root, [column, { name: 'two', missing: 'gone' }])).status, 0);
  const died = await outcome(root, [{ ...column, env: { DIES: '1' } }]);
  t.equal(died.status, 1);
  t.equal(died.lines.at(-1), 'one: 1 passed, 1 failed');
  t.equal((await outcome(root, [{ name: 'two', missing: 'gone' }])).status, 1);
});
