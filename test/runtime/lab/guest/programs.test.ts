import { text } from 'node:stream/consumers';
import { spawn } from 'node:child_process';
import t from 'tap';
import { startProgram } from '../../../../runtime/lab/guest/programs.js';
import type { WarmWorkers } from '../../../../runtime/lab/guest/warm-workers.js';

const workers: WarmWorkers = {
  ready: Promise.resolve(),
  run: ({ argv, env, cwd }) =>
    spawn('sh', ['-c', 'echo "$1 $A $(pwd)"', 'sh', ...argv], { env, cwd, stdio: 'pipe' }),
};

t.test('a program runs where it is told to, and its end is known', async (t) => {
  const program = startProgram(
    { kind: 'exec', argv: ['sh', '-c', 'pwd; echo $A; exit 3'], env: { A: 'b' } },
    '/',
    workers,
  );
  t.equal(await text(program.stdout), '/\nb\n');
  t.equal(await program.ended, 3);
});

t.test('one that a signal ends has the code that shells give it', async (t) => {
  const program = startProgram({ kind: 'exec', argv: ['sleep', '1000'], env: {} }, '/', workers);
  program.signal('SIGTERM');
  t.equal(await program.ended, 143);
});

t.test('one that is not there is an error', async (t) => {
  const program = startProgram({ kind: 'exec', argv: ['no-such-program-here'], env: {} }, '/', workers);
  await t.rejects(program.ended, { code: 'ENOENT' });
});

t.test('tsecli is a warm worker', async (t) => {
  const program = startProgram({ kind: 'tsecli', argv: ['x'], env: { A: 'b' } }, '/', workers);
  t.equal(await text(program.stdout), 'x b /\n');
});

t.test('a program on a terminal gets keys, Ctrl-C, and its size', async (t) => {
  const terminal = { columns: 70, rows: 20 };
  const script = 'stty size; trap "echo caught; exit 5" INT; echo ready; while :; do sleep 0.05; done';
  const program = startProgram({ kind: 'exec', argv: ['sh', '-c', script], env: {}, terminal }, '/', workers);
  let shown = '';
  const ready = new Promise<void>((done) => {
    program.stdout.on('data', (chunk: Buffer) => {
      shown += chunk.toString();
      if (shown.includes('ready')) done();
    });
  });
  await ready;
  program.resize?.(80, 25);
  program.stdin.write('\x03');
  t.equal(await program.ended, 5);
  t.match(shown, /^20 70\r\n/);
});
