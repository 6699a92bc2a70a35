// The seed lesson, as a newcomer does it: compile, run on a real kernel, see four lines. On each kernel we stand for.
import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { runCommand, runProgram } from '../fixtures/commands.js';
import { namesOfFiles, testKernel, testKernels } from '../fixtures/kernels.js';
import { asNobody, installForEveryone, ownEnvironment, root, scratchDirectory } from '../fixtures/project.js';

const lesson = join(root, 'tutorials/lessons/02-kprobe-unlink');
t.setTimeout(600_000);

const exec = 'touch test1; rm test1; touch test2; rm test2';
const line =
  /^\s*rm-\d+\s+\[\d+\] .{5,6} +\d+\.\d+: bpf_trace_printk: KPROBE (ENTRY pid = \d+, filename = test[12]|EXIT: pid = \d+, ret = 0)$/;

/** The lines of a run, each checked against the seed's form; what they say, without pid and time. */
function messages(t: Test, stdout: string): readonly string[] {
  const lines = stdout.trimEnd().split('\n');
  for (const text of lines) t.match(text, line);
  return lines.map((text) => text.replace(/^.*bpf_trace_printk: /, '').replaceAll(/pid = \d+/g, 'pid = PID'));
}

const expected = [
  'KPROBE ENTRY pid = PID, filename = test1',
  'KPROBE EXIT: pid = PID, ret = 0',
  'KPROBE ENTRY pid = PID, filename = test2',
  'KPROBE EXIT: pid = PID, ret = 0',
];

t.test(
  'tsecc prints exactly the two lines of the seed, and tsecli the four lines of the trace',
  async (t) => {
    const folder = scratchDirectory(t);
    copyFileSync(join(lesson, 'kprobe-link.bpf.c'), join(folder, 'kprobe-link.bpf.c'));
    const compiled = await runCommand('tsecc', ['kprobe-link.bpf.c'], { cwd: folder });
    t.same(compiled, {
      code: 0,
      stdout: 'Compiling bpf object...\nPacking ebpf object and config into package.json...\n',
      stderr: '',
    });
    for (const kernel of testKernels) {
      const run = await runCommand('tsecli', ['run', `--lab=${kernel}`, '--exec', exec, 'package.json'], {
        cwd: folder,
      });
      t.same(messages(t, run.stdout), expected, `on Linux ${kernel}`);
      t.equal(run.code, 0);
      t.match(run.stderr, new RegExp(`^lab: Linux ${kernel.replace('.', '\\.')}\\.`, 'm'));
      t.match(run.stderr, /^4 events, 0 lost, \d+\.\d s$/m);
    }
    const short = await runCommand('tsecli', ['--lab', '--exec', exec, 'package.json'], { cwd: folder });
    t.same(messages(t, short.stdout), expected, 'without the word run');
  },
);

t.test("the seed document's own listing compiles and runs as it stands", async (t) => {
  const folder = scratchDirectory(t);
  const source = readFileSync(join(root, 'test/fixtures/sources/kprobe-link.bpf.c'), 'utf8');
  t.match(source, /filename = %s\\n"/, 'its formats end in a newline');
  writeFileSync(join(folder, 'seed.bpf.c'), source);
  t.equal((await runCommand('tsecc', ['seed.bpf.c'], { cwd: folder })).code, 0);
  const run = await runCommand('tsecli', ['run', `--lab=${testKernel}`, '--exec', exec, 'package.json'], {
    cwd: folder,
  });
  if (namesOfFiles === 'do') {
    t.same(messages(t, run.stdout), expected, 'no empty line');
    return;
  }
  // It was written before the function got its new name, and says nothing of another one.
  t.equal(run.code, 4);
  t.match(run.stderr, /has no function do_unlinkat \(nearest: filename_unlinkat, /);
  const moved = ['do_unlinkat=kprobe', 'do_unlinkat_exit=kretprobe'];
  const attach = moved.flatMap((place) => ['--attach', `${place}/filename_unlinkat`]);
  const cured = await runCommand(
    'tsecli',
    ['run', `--lab=${testKernel}`, ...attach, '--exec', exec, 'package.json'],
    { cwd: folder },
  );
  t.same(messages(t, cured.stdout), expected, 'no empty line');
});

t.test('JSON has one object a line with the same facts', async (t) => {
  const folder = scratchDirectory(t);
  await runCommand('tsecc', [join(lesson, 'kprobe-link.bpf.c'), '-o', folder]);
  const run = await runCommand('tsecli', [
    'run',
    '-j',
    `--lab=${testKernel}`,
    '--exec',
    'touch a; rm a',
    join(folder, 'package.json'),
  ]);
  const events = run.stdout
    .trimEnd()
    .split('\n')
    .map((text) => JSON.parse(text) as Record<string, unknown>);
  t.equal(events.length, 2);
  for (const event of events) {
    t.same(Object.keys(event).sort(), ['comm', 'cpu', 'flags', 'message', 'pid', 'time']);
    t.equal(event['comm'], 'rm');
    t.type(event['time'], 'number');
    t.match(event['message'], new RegExp(`pid = ${String(event['pid'])},`));
  }
});

t.test(
  'an ordinary user does all of it, from an empty cache',
  { skip: process.getuid?.() !== 0 && 'not root: all tests run so' },
  async (t) => {
    const folder = scratchDirectory(t);
    const home = join(folder, 'home');
    mkdirSync(home);
    copyFileSync(join(lesson, 'kprobe-link.bpf.c'), join(home, 'kprobe-link.bpf.c'));
    for (const path of [folder, home]) chmodSync(path, 0o777);
    const env = {
      ...ownEnvironment(),
      HOME: home,
      XDG_CACHE_HOME: join(home, 'cache'),
      XDG_RUNTIME_DIR: undefined,
    };
    const bin = join(installForEveryone(t), 'dist/bin');
    const asUser = (name: string, ...args: readonly string[]) =>
      runProgram(...asNobody(process.execPath, join(bin, `${name}.js`), ...args), { cwd: home, env });
    t.equal((await asUser('tsecc', 'kprobe-link.bpf.c')).code, 0);
    const refused = await asUser('tsecli', 'package.json');
    t.equal(refused.code, 3, 'on the host it is told what it lacks');
    t.match(refused.stderr, /--lab/);
    const run = await asUser('tsecli', 'run', '--lab', '--exec', exec, 'package.json');
    t.same(messages(t, run.stdout), expected, run.stderr);
    t.equal(run.code, 0);
  },
);

t.test('a kernel that lacks the function names the nearest, and --attach takes it', async (t) => {
  const folder = scratchDirectory(t);
  await runCommand('tsecc', [join(root, 'test/fixtures/sources/renamed-function.bpf.c'), '-o', folder]);
  const path = join(folder, 'package.json');
  // The source has a name that is nearly that of kernels before 7.
  const other = namesOfFiles === 'do' ? [] : ['--attach', `on_unlink=kprobe/${namesOfFiles}_unlinkatt`];
  const refused = await runCommand('tsecli', ['run', '-q', `--lab=${testKernel}`, ...other, path]);
  t.equal(refused.code, 4);
  t.match(
    refused.stderr,
    new RegExp(`has no function ${namesOfFiles}_unlinkatt.*nearest:.*${namesOfFiles}_unlinkat`),
  );
  const run = await runCommand('tsecli', [
    'run',
    '-q',
    `--lab=${testKernel}`,
    '--attach',
    `on_unlink=kprobe/${namesOfFiles}_unlinkat`,
    '--exec',
    'touch a; rm a',
    path,
  ]);
  t.match(run.stdout, /bpf_trace_printk: gone a\n$/);
  t.equal(run.code, 0);
});
