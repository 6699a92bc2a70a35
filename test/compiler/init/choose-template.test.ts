import { PassThrough } from 'node:stream';
import t from 'tap';
import { canAsk, chooseLine } from '../../../compiler/init/choose-template.js';

/** A terminal of which the test is the user. */
function terminal() {
  const raw: boolean[] = [];
  const stdin = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: (mode: boolean) => raw.push(mode),
  });
  const stderr = Object.assign(new PassThrough(), { isTTY: true });
  let seen = '';
  stderr.on('data', (chunk) => (seen += String(chunk)));
  return { io: { stdin, stderr }, raw, seen: () => seen };
}

const lines = ['kprobe  a', 'fentry  b', 'xdp     c'];

t.test('a line is chosen by arrows', async (t) => {
  const { io, raw, seen } = terminal();
  const chosen = chooseLine(lines, io, String);
  io.stdin.write('\x1b[B\x1b[B\x1b[A\r');
  t.equal(await chosen, 1);
  t.same(raw, [true, false], 'the terminal is as it was');
  t.match(seen(), /Which template\? [^\n]*\n\x1b\[1m> 1  kprobe  a\x1b\[0m\n  2  fentry  b\n  3  xdp {5}c\n/);
  t.ok(seen().endsWith('\x1b[4A\x1b[J'), 'the list is gone');
  t.equal(io.stdin.listenerCount('keypress'), 0);
  t.ok(io.stdin.isPaused());
});

t.test('a line is chosen by its number', async (t) => {
  const { io } = terminal();
  const chosen = chooseLine(lines, io, String);
  io.stdin.write('3\r');
  t.equal(await chosen, 2);
});

t.test('it is left by Ctrl-C, by the end of the input, and when the command is ended', async (t) => {
  for (const leave of [
    ({ stdin }: ReturnType<typeof terminal>['io']) => stdin.write('\x03'),
    ({ stdin }: ReturnType<typeof terminal>['io']) => stdin.end(),
  ]) {
    const { io, raw } = terminal();
    const chosen = chooseLine(lines, io, String);
    leave(io);
    t.equal(await chosen, undefined);
    t.same(raw, [true, false]);
  }
  const stop = new AbortController();
  const chosen = chooseLine(lines, terminal().io, String, stop.signal);
  stop.abort();
  t.equal(await chosen, undefined);
});

t.test('nobody is asked where there is no terminal', async (t) => {
  const { io } = terminal();
  const rest = { stdout: new PassThrough(), env: {}, cwd: () => '/' };
  t.ok(canAsk({ ...io, ...rest }));
  t.notOk(canAsk({ ...io, ...rest, stdin: new PassThrough() }));
  t.notOk(canAsk({ ...io, ...rest, stderr: new PassThrough() }));
  t.equal(await chooseLine(lines, { ...io, stdin: new PassThrough() }, String), undefined);
});
