import t, { type Test } from 'tap';
import { configurePackage } from '../../../runtime/configure/configure-package.js';
import { parseOptions, type RunRequest } from '../../../runtime/options/parse-options.js';
import { runSession } from '../../../runtime/session/session.js';
import { realKernel } from '../../../runtime/kernel/real-kernel.js';
import { memoryIo, type MemoryIo } from '../../fixtures/kernel/memory-io.js';
import { hostCannotTrace } from '../../fixtures/kernel/native.js';
import { openFixture, type PackageName } from '../../fixtures/kernel/packages.js';

const skip = hostCannotTrace();

/** Runs a package of the fixtures on this host with tsecli's options. */
async function run(
  t: Test,
  name: PackageName,
  options: readonly string[],
  signal: AbortSignal = new AbortController().signal,
): Promise<MemoryIo> {
  const io = memoryIo(process.env, t.testdir({}));
  const request = parseOptions([...options, 'package.json']);
  if (request.command !== 'run') throw new Error('a run was asked for');
  const configured = configurePackage(openFixture(name), request);
  await runSession(configured, request satisfies RunRequest, { io, kernel: realKernel(), signal });
  return io;
}

/** A line of the trace: other processes may remove files meanwhile, and other programs print lines of their own. */
const traceLine = /^ *\S.*-\d+ +\[\d+\] .{4,6} +\d+\.\d{6}: bpf_trace_printk: .+$/;
const ownLine = / rm-\d+ .*: UNLINKAT pid = \d+$/;

/** On a busy machine, the kernel may record the name of one or the other too late. */
const removals = 'for i in 1 2 3 4 5 6 7 8; do touch a; rm a; done';

t.test(
  'a command is run once attached, and each of its events printed with its name',
  { skip },
  async (t) => {
    const io = await run(t, 'session', ['--exec', `${removals}; echo said`]);
    const lines = io.output().trimEnd().split('\n');
    for (const line of lines) t.match(line, traceLine);
    t.ok(lines.filter((line) => ownLine.test(line)).length >= 2);
    t.match(io.errors(), /^Running eBPF program\.\.\.\nsaid\n\d+ events, 0 lost, \d+\.\d s\n$/);
  },
);

t.test('as JSON each line is an object', { skip }, async (t) => {
  const io = await run(t, 'session', ['--json', '--quiet', '--exec', removals]);
  const events = io
    .output()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const [event] = events.filter(({ comm, message }) => comm === 'rm' && message.startsWith('UNLINKAT'));
  t.same(Object.keys(event), ['comm', 'pid', 'cpu', 'flags', 'time', 'message']);
  t.equal(event.message, `UNLINKAT pid = ${event.pid}`);
  t.type(event.time, 'number');
  t.equal(io.errors(), '');
});

t.test('a failed command is told after its events', { skip }, async (t) => {
  await t.rejects(run(t, 'session', ['--exec', 'exit 3']), {
    code: 'unforeseen',
    message: 'run command: it ended with status 3',
  });
});

t.test('it ends after a time, a number of events, or when the user says so', { skip }, async (t) => {
  t.match((await run(t, 'session', ['--duration', '50ms'])).errors(), /events?, 0 lost, \d+\.\d s/);
  const two = await run(t, 'session', [
    '--max-events=2',
    '--exec',
    'for i in 1 2 3 4; do touch a; rm a; done; sleep 30',
  ]);
  t.equal(two.output().trimEnd().split('\n').length, 2);
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 300);
  t.match((await run(t, 'session', [], stop.signal)).errors(), / lost, /);
});

t.test('stopped before or while it starts, it ends with nothing but the summary', { skip }, async (t) => {
  for (const delay of [0, 1, 3, 5, 10, 20, 30]) {
    const stop = new AbortController();
    if (delay === 0) stop.abort();
    else setTimeout(() => stop.abort(), delay);
    t.match(
      (await run(t, 'session', [], stop.signal)).errors(),
      /\d+ events?, 0 lost, \d+\.\d s\n$/,
      `${delay} ms`,
    );
  }
});

t.test('programs attach elsewhere on demand', { skip }, async (t) => {
  const io = await run(t, 'kprobe', [
    '--verbose',
    '--attach=on_unlink=tracepoint/syscalls/sys_enter_unlinkat',
    `--exec=${removals}`,
  ]);
  t.match(io.output(), / rm-\d+ .*: KPROBE\n/);
  t.match(io.errors(), 'attached on_unlink to tracepoint/syscalls/sys_enter_unlinkat');
});

t.test('what the kernel refuses is explained by its kind', { skip }, async (t) => {
  await t.rejects(run(t, 'refused', []), {
    code: 'verifier-refused',
    message: /refused it at refused\.bpf\.c:12: the pointer is only a number/,
    log: /R1/,
  });
  await t.rejects(run(t, 'fentry', []), {
    code: 'kernel-cannot',
    message: /no function no_such_function_anywhere/,
  });
});
