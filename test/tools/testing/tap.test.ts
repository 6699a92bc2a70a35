import { writeFileSync } from 'node:fs';
import t from 'tap';
import { readEvent, runTap } from '../../../tools/testing/tap.mjs';

/** A project whose tap is a program of ours. */
const withTap = (program: string) => ({ node_modules: { tap: { dist: { esm: { 'run.mjs': program } } } } });

t.test('events come in order, other lines are passed over, the exit code is handed on', async (t) => {
  const root = t.testdir(
    withTap(`
      console.log('["start",{"name":"' + process.argv[2] + '","level":0}]');
      console.log('----|----');
      console.log('["pass",{"name":"x"}]');
      process.exitCode = 7;
    `),
  );
  const kinds: string[] = [];
  const status = await runTap(root, ['--some-option'], ([kind, facts]) =>
    kinds.push(`${kind} ${facts.name}`),
  );
  t.same(kinds, ['start --some-option', 'pass x']);
  t.equal(status, 7);
});

t.test('a tap that was killed counts as failed', async (t) => {
  const root = t.testdir(withTap(`process.kill(process.pid, 'SIGKILL');`));
  t.equal(await runTap(root, [], () => {}), 1);
});

t.test('another Node.js and more variables are handed on', async (t) => {
  const root = t.testdir(withTap(''));
  const node = t.testdirName + '/node';
  writeFileSync(node, `#!/bin/sh\necho "[\\"pass\\",{\\"name\\":\\"$KIND of $HOME\\"}]"\n`, { mode: 0o755 });
  const names: string[] = [];
  await runTap(root, [], ([, { name }]) => names.push(name), { node, env: { KIND: 'other' } });
  t.same(names, [`other of ${process.env['HOME']}`]);
});

t.test('only JSON arrays of a kind and facts are events', async (t) => {
  t.same(readEvent('["end",{"name":"a"}]'), ['end', { name: 'a' }]);
  for (const line of ['', 'ok 1', '["end"]', '["end",null]', '["end",{', '["end"', '{"end":1}']) {
    t.equal(readEvent(line), undefined, line);
  }
});
