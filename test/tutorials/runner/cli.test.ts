import t from 'tap';
import { version } from '../../../core/version.js';
import { main } from '../../../tutorials/runner/cli.js';
import { keepingIo, learnerIn } from '../../fixtures/learning.js';

async function run(argv: readonly string[], io = keepingIo()) {
  return { code: await main(argv, io.io), ...io.texts };
}

t.test('help, version and completion need no folder', async (t) => {
  t.match(await run(['--help']), { code: 0, stdout: /^Usage: tselearn/ });
  t.match(await run(['--help', '--lang=zh']), { code: 0, stdout: /用能自动检查的练习/ });
  t.match(await run(['--version']), { code: 0, stdout: `${version}\n` });
  t.match(await run(['completion', 'zsh']), { code: 0, stdout: /#compdef tselearn/ });
});

t.test('what is wrong is told with its exit code', async (t) => {
  t.match(await run([]), { code: 2, stderr: /^tselearn: find the exercises: .*tselearn start learn/ });
  t.match(await run(['lits']), { code: 2, stderr: /did you mean list/ });
  t.match(await run(['--lang=xx', 'list']), { code: 2, stderr: /no such language/ });
  t.equal(await main(['list'], keepingIo().io, AbortSignal.abort()), 130);
});

t.test('commands of a learner work in their folder', async (t) => {
  const { learner } = learnerIn(t);
  const at = () => keepingIo({ cwd: () => learner.folder, env: process.env });
  t.match(await run(['list'], at()), { code: 0, stdout: /2\.1/ });
  t.match(await run(['hint', '2.1'], at()), { code: 0, stdout: /^1\. / });
  t.match(await run(['solution', '2.1'], at()), { code: 2 });
  t.match(await run(['reset', '2.1'], at()), { code: 0 });
  t.match(await run(['run', '2.1', '--kernel=/nowhere/vmlinuz'], at()), { code: 1, stdout: /✗ L1/ });
  t.match(await run(['results'], at()), { code: 0, stdout: /"version": 1/ });
});
