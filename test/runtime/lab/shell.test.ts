import t from 'tap';
import { startLab } from '../../../runtime/lab/start-lab.js';
import { fakeLab } from '../../fixtures/lab/fake-lab.js';

t.test('without a terminal the shell runs what is on stdin, and its exit code is ours', async (t) => {
  const { io } = fakeLab(t.testdir());
  await using lab = await startLab({ io, quiet: true });
  io.stdin.end('touch a; rm a');
  t.equal(await lab.shell({ ...io, env: { TERM: 'vt100' } }), 4);
  t.equal(io.output(), 'shell vt100\ntyped touch a; rm a');
});
