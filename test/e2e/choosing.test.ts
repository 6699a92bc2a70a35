// Packages that give way where the kernel has no place for a program, or refuses it: on real kernels.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { runCommand } from '../fixtures/commands.js';
import { runInGuest } from '../fixtures/guest.js';
import { testKernel } from '../fixtures/kernels.js';
import { root, scratchDirectory } from '../fixtures/project.js';

async function compiled(t: Test, source: string): Promise<Uint8Array> {
  const folder = scratchDirectory(t);
  await runCommand('tsecc', [join(root, source), '-o', folder]);
  return readFileSync(join(folder, 'package.json'));
}

/** One after the other in one guest; of each its exit code, what was traced, and what it said. */
const commands = {
  marked: '-v choosing.json',
  quietly: 'choosing.json',
  both: 'two.json',
  partial: '--partial two.json',
  disabled: '-v --disable nowhere two.json',
  none: '--partial --disable somewhere two.json',
} as const;

const refused = `load 'refused': the verifier refused it at choosing.bpf.c:53: the pointer is only a number`;
const gone = 'kernel KERNEL has no function no_such_function';

t.test('programs fall back, stand for another, or are left out, as package and user say', async (t) => {
  const files = {
    'choosing.json': await compiled(t, 'test/fixtures/sources/choosing.bpf.c'),
    'two.json': await compiled(t, 'test/fixtures/sources/two-programs.bpf.c'),
  };
  const run = (options: string): string =>
    `touch a; tsecli ${options.replace(/(\S+)$/, "--exec 'rm a; sync' $1")} 2>said; echo "exit $?"; cat said; echo ---`;
  const script = `uname -r; echo ---\n${Object.values(commands).map(run).join('\n')}`;
  const { stdout } = await runInGuest(testKernel, script, files);
  const [uname = '', ...outputs] = stdout.split('---\n').map((text) => text.replaceAll(/ @ \S+:\d+/g, ''));
  const output = (name: keyof typeof commands): string =>
    outputs[Object.keys(commands).indexOf(name)]?.replaceAll(uname.trim(), 'KERNEL') ?? '';
  const traced = (name: keyof typeof commands): readonly string[] =>
    [...output(name).matchAll(/bpf_trace_printk: (\w+)$/gm)].map(([, word = '']) => word).sort();
  const said = (name: keyof typeof commands): string => output(name).replace(/^[^]*?exit /, 'exit ');

  t.same(traced('marked'), ['moved', 'slow']);
  for (const line of [
    'exit 0',
    `'moved' falls back to tracepoint/syscalls/sys_enter_sync: ${gone}`,
    `left out 'spare': ${gone} in its BTF`,
    `left out 'fast': ${gone}_here in its BTF`,
    "left out 'slowest': 'slow' stands for it",
    `left out 'refused': ${refused}`,
    'attached moved to tracepoint/syscalls/sys_enter_sync',
    'attached slow to kprobe/vfs_unlink',
  ]) {
    t.match(said('marked'), line);
  }

  t.same(traced('quietly'), ['moved', 'slow']);
  t.match(said('quietly'), `left out 'spare': ${gone}`);
  t.notMatch(said('quietly'), /fast|slowest|falls back/, 'what goes as the package says is not told');

  t.match(said('both'), `exit 4\ntsecli: attach 'nowhere': ${gone} (`, 'without a mark it is all or none');
  t.match(
    said('both'),
    /or use another kernel: --lab=KERNEL\)\n$/,
    'the lab does not send anybody to the lab',
  );

  t.same(traced('partial'), ['somewhere']);
  t.match(said('partial'), `exit 0\nleft out 'nowhere': ${gone}\nRunning eBPF program...\n1 event, `);

  t.same(traced('disabled'), ['somewhere']);
  t.match(said('disabled'), "exit 0\nleft out 'nowhere': --disable says so\n");

  t.match(said('none'), `exit 4\ntsecli: attach 'nowhere': ${gone} (`, 'with none left the first says why');
});

const newest = '7.2';

const { stdout: kernels } = await runCommand('tsecli', ['lab', 'list']);
const skip =
  !kernels.includes(`\n${newest} `) &&
  `Linux ${newest} is not here, and not every distribution has it: tsecli lab pull ${newest}`;

t.test(`the lesson finds its function under the name it has in Linux ${newest}`, { skip }, async (t) => {
  const folder = scratchDirectory(t);
  const source = join(root, 'tutorials/lessons/02-kprobe-unlink/kprobe-link.bpf.c');
  const made = await runCommand('tsecc', [source, '-o', '.'], { cwd: folder });
  t.equal(made.stdout, 'Compiling bpf object...\nPacking ebpf object and config into package.json...\n');
  const run = await runCommand('tsecli', [
    ...['-v', `--lab=${newest}`, '--exec', 'touch test1; rm test1'],
    join(folder, 'package.json'),
  ]);
  t.match(run.stdout, /KPROBE ENTRY pid = \d+, filename = test1\n.*KPROBE EXIT: pid = \d+, ret = 0\n$/);
  t.match(
    run.stderr,
    /'do_unlinkat' falls back to kprobe\/filename_unlinkat: .* has no function do_unlinkat\n/,
  );
  t.equal(run.code, 0);
});
