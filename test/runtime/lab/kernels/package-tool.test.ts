import t from 'tap';
import { toolRunner } from '../../../../runtime/lab/kernels/package-tool.js';

t.test('a tool gets its arguments as they are and gives its output', async (t) => {
  const run = toolRunner(process.env);
  t.equal(await run(['printf', '%s|', 'a b', '$HOME', ';']), 'a b|$HOME|;|');
  t.equal((await run(['pwd'], { cwd: '/' })).trim(), '/');
});

t.test('a tool that fails says its last word, made harmless', async (t) => {
  const run = toolRunner(process.env);
  const script = 'echo first >&2; printf "E: \\033[31mno\\n" >&2; exit 100';
  await t.rejects(run(['sh', '-c', script]), {
    code: 'tool-missing',
    message: 'pull kernel: sh: E: \\x1b[31mno',
  });
  await t.rejects(run(['no-such-tool-here', 'update']), {
    message: /^pull kernel: no-such-tool-here update: /,
  });
});

t.test('an abort ends the tool', async (t) => {
  const stop = new AbortController();
  const running = toolRunner(process.env, stop.signal)(['sleep', '60']);
  stop.abort(new Error('enough'));
  await t.rejects(running, { message: 'enough' });
});
