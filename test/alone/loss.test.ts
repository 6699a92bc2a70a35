// An event is received, or its loss is said: a known number of events, and exact sums, at any speed of who reads.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import t from 'tap';
import { findExecutable } from '../../compiler/toolchain/find-executable.js';
import { commands, runCommand } from '../fixtures/commands.js';
import { hostCannotTrace } from '../fixtures/kernel/native.js';
import { testKernel } from '../fixtures/kernels.js';
import { ownEnvironment, root, scratchDirectory } from '../fixtures/project.js';

const skip = hostCannotTrace();
const produced = 1_000_000;

/** Where nothing may be lost however slow the reader is, all events find room; the tiny buffers have one page. */
const large = ['--buffer-size', '64m'];
const tiny = ['--buffer-size', '4k'];

const folder = scratchDirectory(t);
/** A command of our own, so that nobody else's bytes are counted. */
const worker = join(folder, `loss${process.pid}`);
const programs = ['ring', 'perf', 'trace'];

t.before(async () => {
  symlinkSync(findExecutable('dd', process.env) ?? '/bin/dd', worker);
  for (const program of [...programs, 'uncounted']) {
    const source = join(root, `test/fixtures/loss/${program}.bpf.c`);
    await runCommand('tsecc', [source, '-o', join(folder, program)]);
  }
});

const bytes = (count: number, command = worker): string =>
  `${command} if=/dev/zero of=/dev/null bs=1 count=${count} 2>/dev/null`;

/** Ends with the test, too: its directory is gone then. */
const waitFor = (path: string): string =>
  `while [ ! -e ${path} ] && [ -d ${dirname(path)} ]; do sleep 0.01; done`;

interface Run {
  readonly child: ChildProcess;
  /** The exit code and what was said, once it has ended. */
  readonly ended: Promise<{ readonly code: number | null; readonly stderr: string }>;
}

/** tsecli with a package and a command, JSON to a file or, without one, to a pipe. */
function start(program: string, options: readonly string[], exec: string, file?: string): Run {
  const target = file === undefined ? 'pipe' : openSync(file, 'w');
  const wanted = options.some((option) => option.startsWith('--lab'))
    ? []
    : ['--wanted', `loss${process.pid}`];
  const pkg = join(folder, program, 'package.json');
  const args = [commands.tsecli, '-j', ...options, '--exec', exec, pkg, ...wanted];
  const child = spawn(process.execPath, args, { stdio: ['ignore', target, 'pipe'], env: ownEnvironment() });
  if (typeof target === 'number') closeSync(target);
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = once(child, 'close').then(() => ({ code: child.exitCode, stderr }));
  // A test that fails leaves none behind, also none that is stopped.
  t.teardown(() => child.kill('SIGKILL'));
  return { child, ended };
}

/** What was printed: events, and losses among them. */
function readOutput(text: string) {
  const lines = text.split('\n').slice(0, -1);
  const losses = lines.filter((line) => line.startsWith('{"lost"'));
  const counts = losses.map((line) => (JSON.parse(line) as { lost: { count: number } }).lost.count);
  return { events: lines.length - losses.length, lost: counts.reduce((sum, count) => sum + count, 0) };
}

/** What the summary says. */
function readSummary(stderr: string) {
  const [, events, leftOut = '0', lost] =
    /^(\d+) events(?:, (\d+) of them not printed since the output was closed)?, (\d+) lost, /m.exec(stderr) ??
    [];
  return { events: Number(events), leftOut: Number(leftOut), lost: Number(lost) };
}

/** Waits for what is to hold at some time, unless tsecli has ended before. */
async function until(child: ChildProcess, holds: () => boolean): Promise<void> {
  while (!holds()) {
    if (child.exitCode !== null) throw new Error(`tsecli has ended with ${child.exitCode}`);
    await sleep(5);
  }
}

/** Stops tsecli once its command has made the first file, has the command go on till the second, and lets tsecli go on. */
async function stopWhile(
  child: ChildProcess,
  { first, go, second }: Readonly<Record<'first' | 'go' | 'second', string>>,
): Promise<void> {
  await until(child, () => existsSync(first));
  child.kill('SIGSTOP');
  await until(child, () => /^State:\tT/m.test(readFileSync(`/proc/${child.pid}/status`, 'utf8')));
  writeFileSync(go, '');
  await until(child, () => existsSync(second));
  child.kill('SIGCONT');
}

for (const program of programs) {
  t.test(`${program}: with room for all, all is received`, { skip }, async (t) => {
    const file = join(scratchDirectory(t), 'out');
    const { code, stderr } = await start(program, [...large, '--fail-on-lost'], bytes(produced), file).ended;
    t.equal(code, 0, stderr);
    t.same(readOutput(readFileSync(file, 'utf8')), { events: produced, lost: 0 });
    t.match(readSummary(stderr), { events: produced, lost: 0 });
  });

  t.test(`${program}: at full speed, in a page of memory`, { skip }, async (t) => {
    const file = join(scratchDirectory(t), 'out');
    const { code, stderr } = await start(program, [...tiny, '--fail-on-lost'], bytes(produced), file).ended;
    const { events, lost } = readOutput(readFileSync(file, 'utf8'));
    t.equal(events + lost, produced);
    t.match(readSummary(stderr), { events, lost });
    t.equal(code, lost > 0 ? 8 : 0, stderr);
  });

  t.test(`${program}: a reader that sleeps and then reads in small bits`, { skip }, async (t) => {
    const done = join(scratchDirectory(t), 'done');
    const { child, ended } = start(program, tiny, `${bytes(produced)}; touch ${done}`);
    await until(child, () => existsSync(done));
    let text = '';
    for (;;) {
      const chunk: unknown = child.stdout?.read(512) ?? child.stdout?.read();
      if (Buffer.isBuffer(chunk)) text += chunk.toString();
      else if (child.stdout?.readableEnded) break;
      await new Promise((resolve) => setImmediate(resolve));
    }
    const { code, stderr } = await ended;
    const { events, lost } = readOutput(text);
    t.equal(events + lost, produced);
    t.ok(lost > 0, 'what did not fit was lost');
    t.match(readSummary(stderr), { events, lost, leftOut: 0 });
    t.equal(code, 0);
  });

  t.test(`${program}: a reader that goes away`, { skip }, async (t) => {
    const done = join(scratchDirectory(t), 'done');
    const { child, ended } = start(program, [...tiny, '-v'], `${bytes(produced)}; touch ${done}`);
    await until(child, () => child.stdout?.read(64) !== null);
    await until(child, () => existsSync(done));
    child.stdout?.destroy();
    const { code, stderr } = await ended;
    const { events, leftOut, lost } = readSummary(stderr);
    t.equal(events + lost, produced, stderr);
    t.ok(lost > 0 && leftOut > 0 && leftOut <= events, stderr);
    t.equal(code, 0);
  });

  t.test(`${program}: tsecli is stopped for a while`, { skip }, async (t) => {
    const scratch = scratchDirectory(t);
    const names = ['out', 'first', 'go', 'second', 'again'];
    const [file = '', first = '', go = '', second = '', again = ''] = names.map((name) =>
      join(scratch, name),
    );
    const part = produced / 4;
    const exec = [
      bytes(part),
      `touch ${first}`,
      waitFor(go),
      bytes(2 * part),
      `touch ${second}`,
      waitFor(again),
      bytes(part),
    ];
    const { child, ended } = start(program, tiny, exec.join('; '), file);
    await stopWhile(child, { first, go, second });
    writeFileSync(again, '');
    const { code, stderr } = await ended;
    const { events, lost } = readOutput(readFileSync(file, 'utf8'));
    t.equal(events + lost, produced, stderr);
    t.ok(lost > part, 'most of what came meanwhile found no room');
    t.match(readSummary(stderr), { events, lost });
    t.match(stderr, /^lost \d+ (?:events of 'events'|lines of bpf_printk)/m);
    t.equal(code, 0);
  });

  t.test(`${program}: in the lab, with fewer events`, async (t) => {
    const file = join(scratchDirectory(t), 'out');
    const few = 30_000;
    const options = [`--lab=${testKernel}`, ...tiny, '--fail-on-lost'];
    const { code, stderr } = await start(program, options, bytes(few, 'dd'), file).ended;
    const { events, lost } = readOutput(readFileSync(file, 'utf8'));
    t.equal(events + lost, few, stderr);
    t.match(readSummary(stderr), { events, lost });
    t.equal(code, lost > 0 ? 8 : 0, 'the exit code passes through');
  });
}

t.test('a ring without a counter that was full is a failure by --fail-on-lost', { skip }, async (t) => {
  const scratch = scratchDirectory(t);
  const [file = '', first = '', go = '', done = ''] = ['out', 'first', 'go', 'done'].map((name) =>
    join(scratch, name),
  );
  const exec = `touch ${first}; ${waitFor(go)}; ${bytes(10_000)}; touch ${done}`;
  const { child, ended } = start('uncounted', [...tiny, '--fail-on-lost'], exec, file);
  await stopWhile(child, { first, go, second: done });
  const { code, stderr } = await ended;
  t.match(stderr, /^ring buffer 'events' was full: it may have lost events/m);
  t.match(readFileSync(file, 'utf8'), /^\{"lost":\{"source":"events","count":null\}\}$/m);
  t.match(stderr, /^tsecli: receive all events: ring buffer 'events' was full, .*cannot be counted/m);
  t.equal(code, 8);
});

t.test('a ring without a counter that had room says how full it was', { skip }, async (t) => {
  const file = join(scratchDirectory(t), 'out');
  const { code, stderr } = await start('uncounted', [...large, '--fail-on-lost'], bytes(10_000), file).ended;
  t.match(stderr, /^events: ring at most 1 % full$/m);
  t.match(readSummary(stderr), { events: 10_000, lost: 0 });
  t.equal(code, 0);
});
