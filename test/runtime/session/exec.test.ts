import t from 'tap';
import { runCommand } from '../../../runtime/session/exec.js';
import { memoryIo } from '../../fixtures/kernel/memory-io.js';

const never = new AbortController().signal;

t.test(
  "what the command prints goes to stderr, and it runs in the caller's directory and environment",
  async (t) => {
    const directory = t.testdir({});
    const io = memoryIo({ PATH: process.env['PATH'], WORD: 'spoken' }, directory);
    t.equal(await runCommand('pwd; echo "$WORD" >&2', io, never), undefined);
    t.equal(io.errors(), `${directory}\nspoken\n`);
    t.equal(io.output(), '');
  },
);

t.test('a failure is told in words', async (t) => {
  const io = memoryIo();
  t.equal(String(await runCommand('exit 3', io, never)), 'it ended with status 3');
  t.equal(String(await runCommand('kill -KILL $$', io, never)), 'it was ended by SIGKILL');
  t.match(String(await runCommand('true', memoryIo({}, '/nonexistent'), never)), /^it did not start: /);
});

t.test('a stop ends it, which is no failure', async (t) => {
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 20);
  // Longer than a test may take.
  t.equal(await runCommand('exec sleep 10000', memoryIo(), stop.signal), undefined);
  t.equal(await runCommand('exit 3', memoryIo(), stop.signal), undefined);
});

t.test('what it leaves in the background is not waited for', async (t) => {
  const io = memoryIo();
  t.equal(await runCommand('sleep 10000 & echo $!', io, never), undefined);
  t.ok(process.kill(Number(io.errors()), 'SIGKILL'), 'it still runs');
});
