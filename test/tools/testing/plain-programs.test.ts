import { execFileSync, spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import t from 'tap';
import { withoutTap } from '../../../tools/testing/plain-programs.mjs';

const hooks = '--import=file:///project/node_modules/@tapjs/processinfo/dist/esm/import.mjs';

t.test("tap's hooks leave an environment, whatever stands beside them", async (t) => {
  const options = (value: string) => withoutTap(['HOME=/root', `NODE_OPTIONS=${value}`]);
  t.same(options(hooks), ['HOME=/root']);
  t.same(options(`"${hooks}"`), ['HOME=/root']);
  t.same(options(`"--require=/x.cjs" "${hooks}"`), ['HOME=/root', 'NODE_OPTIONS="--require=/x.cjs"']);
  t.same(options(`"${hooks}" --no-warnings`), ['HOME=/root', 'NODE_OPTIONS=--no-warnings']);
  t.same(options('--import=./mine.mjs'), ['HOME=/root', 'NODE_OPTIONS=--import=./mine.mjs']);
});

t.test('what a test starts has nothing of tap in its NODE_OPTIONS', async (t) => {
  const env = { PATH: process.env['PATH'], NODE_OPTIONS: '--no-warnings' };
  const print = ['-p', 'process.env.NODE_OPTIONS'];
  t.match(execFileSync(process.execPath, print, { env, encoding: 'utf8' }), /^"?--no-warnings"?\n$/);
  t.match(await text(spawn(process.execPath, print, { env }).stdout), /^"?--no-warnings"?\n$/);
  const { NODE_OPTIONS: _, ...bare } = env;
  t.equal(execFileSync(process.execPath, print, { env: bare, encoding: 'utf8' }), 'undefined\n');
});
