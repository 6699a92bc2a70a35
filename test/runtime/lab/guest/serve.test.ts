import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { duplexPair } from 'node:stream';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import t from 'tap';
import { startProgram } from '../../../../runtime/lab/guest/programs.js';
import { serve } from '../../../../runtime/lab/guest/serve.js';
import { connectClient } from '../../../../runtime/lab/protocol/client.js';
import type { Resumed } from '../../../../runtime/lab/protocol/messages.js';

/** A served guest in this process and the host's client of it. */
function served(cwd: string) {
  const [host, guest] = duplexPair();
  const resumed: Resumed[] = [];
  const workers = { ready: Promise.resolve(), run: () => spawn('true', { stdio: 'pipe' }) };
  const ended = serve(guest, {
    cwd,
    start: (request) => startProgram(request, cwd, workers),
    resumed: (message) => void resumed.push(message),
    hello: () => ({ kernelRelease: '6.1' }),
  });
  return { client: connectClient(host), host, guest, resumed, ended };
}

const exec = (script: string) => ({ kind: 'exec', argv: ['sh', '-c', script], env: {} }) as const;

t.test('hello is said at once and after each resume', async (t) => {
  const { client, resumed } = served(t.testdir());
  t.same(await client.hello(), { kernelRelease: '6.1' });
  client.resumed({ time: 5, entropy: 'AA==' });
  t.same(await client.hello(), { kernelRelease: '6.1' });
  t.same(resumed, [{ time: 5, entropy: 'AA==' }]);
});

t.test('files lie there before the program starts', async (t) => {
  const directory = t.testdir();
  const { client } = served(directory);
  const big = Buffer.alloc(200_000, 'x');
  const session = client.open(exec('cat a; wc -c < deep/b'), { a: Buffer.from('hello '), 'deep/b': big });
  t.equal(await text(session.stdout), 'hello 200000\n');
});

t.test('a program among them can be run', async (t) => {
  const { client } = served(t.testdir());
  const program = Buffer.from('#!/bin/sh\necho it runs\n');
  const session = client.open(exec('./program'), { program });
  t.equal(await text(session.stdout), 'it runs\n');
});

t.test('a file that would lie elsewhere is not written', async (t) => {
  const directory = t.testdir({ cwd: {} });
  const { client } = served(join(directory, 'cwd'));
  const files = { '../escaped': Buffer.from('x'), [join(directory, 'absolute')]: Buffer.from('x') };
  await client.open(exec('true'), files).ended;
  t.notOk(existsSync(join(directory, 'escaped')));
  t.notOk(existsSync(join(directory, 'absolute')));
});

t.test('input, output, errors and the end go through', async (t) => {
  const { client } = served(t.testdir());
  const session = client.open(exec('cat; echo err >&2; exit 7'));
  session.stdin.end('input');
  t.equal(await text(session.stdout), 'input');
  t.equal(await text(session.stderr), 'err\n');
  t.same(await session.ended, { code: 7 });
});

t.test('a megabyte of output for a slow reader is whole, and holds the program up meanwhile', async (t) => {
  const directory = t.testdir();
  const { client } = served(directory);
  const session = client.open(exec('head -c 3000000 /dev/zero; echo done > done'));
  await setTimeout(300);
  t.notOk(existsSync(join(directory, 'done')), 'it waits');
  let size = 0;
  for await (const chunk of session.stdout) size += (chunk as Buffer).length;
  t.equal(size, 3_000_000);
  t.equal(readFileSync(join(directory, 'done'), 'utf8'), 'done\n');
});

t.test('a child left in the background does not keep the session', async (t) => {
  const { client } = served(t.testdir());
  const session = client.open(exec('sleep 3 & echo started'));
  t.same(await session.ended, { code: 0 });
  t.equal(await text(session.stdout), 'started\n');
});

t.test('signals reach the program; names that are none do nothing', async (t) => {
  const { client } = served(t.testdir());
  const session = client.open(exec('trap "exit 9" INT; echo ready; while :; do sleep 0.05; done'));
  await new Promise((ready) => session.stdout.once('data', ready));
  session.signal('SIGNONSENSE');
  session.signal('SIGINT');
  t.same(await session.ended, { code: 9 });
});

t.test('a program that does not start is told', async (t) => {
  const { client } = served(t.testdir());
  const { code, failure } = await client.open({ kind: 'exec', argv: ['no-such-program'], env: {} }).ended;
  t.equal(code, 127);
  t.match(failure, /ENOENT/);
});

t.test('it ends when the host hangs up', async (t) => {
  const { guest, ended } = served(t.testdir());
  guest.destroy();
  await ended;
  t.pass('ended');
});

t.test('a file that comes again, in parts, takes the place of that of an earlier session', async (t) => {
  const { client } = served(t.testdir());
  const [first, second] = [Buffer.alloc(150_000, 'a'), Buffer.alloc(130_000, 'b')];
  await client.open(exec('true'), { a: first }).ended;
  const session = client.open(exec('wc -c < a; tail -c 1 a'), { a: second });
  t.equal(await text(session.stdout), '130000\nb');
});
