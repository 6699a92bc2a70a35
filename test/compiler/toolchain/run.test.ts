import { closeSync, openSync } from 'node:fs';
import { Readable } from 'node:stream';
import t from 'tap';
import { run, start } from '../../../compiler/toolchain/run.js';

t.test('a run gives exit code, output and errors, and takes arguments as they are', async (t) => {
  const seen: (readonly string[])[] = [];
  const result = await run('/bin/sh', ['-c', 'printf %s "$1"; echo bad >&2; exit 3', 'sh', '$(id) ;x'], {
    onCommand: (argv) => seen.push(argv),
  });
  t.match(result, { code: 3, signal: null, stderr: 'bad\n' });
  t.equal(result.stdout.toString(), '$(id) ;x');
  t.equal(seen[0]?.[0], '/bin/sh');
});

t.test('input is piped, and a program that does not read it all is no error', async (t) => {
  t.equal(
    (await run('cat', [], { input: Readable.from([Buffer.from('ab'), Buffer.from('c')]) })).stdout.toString(),
    'abc',
  );
  t.equal((await run('true', [], { input: Readable.from([Buffer.alloc(1e6)]) })).code, 0);
});

t.test('a file can be the input, as it is', async (t) => {
  const file = openSync(`${t.testdir({ a: 'text' })}/a`, 'r');
  t.equal((await run('cat', ['/dev/stdin'], { inputFile: file })).stdout.toString(), 'text');
  closeSync(file);
});

t.test('one program feeds the next', async (t) => {
  const second = start('tr', ['a-z', 'A-Z'], { openInput: true });
  if (!second.stdin) throw new Error('an input was asked for');
  const first = run('/bin/sh', ['-c', 'echo hello; exit 4'], { output: second.stdin });
  second.stdin.destroy();
  t.equal((await second.finished).stdout.toString(), 'HELLO\n');
  t.match(await first, { code: 4, stdout: Buffer.of() });
});

t.test('a program that does not start is a missing tool', async (t) => {
  await t.rejects(run('/nowhere/program', []), {
    code: 'tool-missing',
    message: "start '/nowhere/program': it does not run",
  });
});

t.test('an abort ends the program', async (t) => {
  const stop = new AbortController();
  const running = run('sleep', ['60'], { signal: stop.signal });
  stop.abort();
  await t.rejects(running, { name: 'AbortError' });
});
