import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { exportKeeper, keeperInput } from '../../../compiler/events/keeper-input.js';
import { spoolInput } from '../../../compiler/events/spool-input.js';

const source = `#include "same.h"
#define SEC(name) __attribute__((section(name), used))
char LICENSE[] SEC("license") = "GPL";
const char *file = __FILE__;
static int unused_function(void) { return 1; }
SEC("tracepoint/syscalls/sys_enter_unlinkat")
int program(void *ctx)
{
	struct event event = { .right = 1 };
	return event.right;
}
`;
const types = [
  { kind: 'struct', name: 'event' },
  { kind: 'typedef', name: 'bare_t' },
] as const;

const hasClang = spawnSync('clang', ['--print-targets']).stdout?.includes('bpf') ?? false;
const skip = hasClang ? false : 'no clang with the bpf target here';

/** A folder with a source in a folder below it, and a header beside either: only the lower one is right. */
function layOut(folder: string): void {
  mkdirSync(join(folder, 'sub'));
  writeFileSync(join(folder, 'sub/user.bpf.c'), source);
  writeFileSync(
    join(folder, 'sub/same.h'),
    'struct event { int right; };\ntypedef struct { long other; } bare_t;\n',
  );
  writeFileSync(join(folder, 'same.h'), 'struct event { int wrong; };\n');
}

async function compile(folder: string, args: readonly string[], text: string): Promise<string> {
  const input = await spoolInput(text);
  const options = ['-g', '-O2', '-target', 'bpf', '-Wall', '-Wextra', '-Wmissing-prototypes', '-c', ...args];
  const { stderr } = spawnSync('clang', options, {
    cwd: folder,
    stdio: [input.fd, 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  await input.close();
  spawnSync('llvm-strip', ['-g', String(args.at(-1))], { cwd: folder });
  return stderr;
}

t.test('the text is the source between line markers', async (t) => {
  const input = keeperInput('a "b"/é.c', '\ufeffint x;\\', types);
  t.equal(
    input.text,
    '# 1 "a \\"b\\"/\\303\\251.c"\nint x;\\\n\n# 1 "<tsecc exports>" 3\n' +
      'static __attribute__((used)) void __tsecc_export_0(struct event *event) {}\n' +
      'static __attribute__((used)) void __tsecc_export_1(bare_t *event) {}\n',
  );
  t.same(input.arguments, ['-x', 'c', '-iquote', 'a "b"', '/dev/stdin']);
  t.equal(exportKeeper([]), '');
});

t.test("diagnostics name the user's file, and headers are those beside it", { skip }, async (t) => {
  const folder = t.testdir();
  layOut(folder);
  const input = keeperInput('sub/user.bpf.c', source, types);
  const said = await compile(folder, [...input.arguments, '-o', 'out.o'], input.text);
  t.match(said, /^sub\/user\.bpf\.c:5:12: warning: unused function/m);
  t.match(said, /^sub\/user\.bpf\.c:7:19: warning: unused parameter/m);
  t.notMatch(said, /stdin|tsecc|error/);
});

t.test('without types the object is byte for byte that of the file', { skip }, async (t) => {
  const folder = t.testdir();
  layOut(folder);
  const input = keeperInput('sub/user.bpf.c', source, []);
  await compile(folder, [...input.arguments, '-o', 'stdin.o'], input.text);
  await compile(folder, ['sub/user.bpf.c', '-o', 'file.o'], '');
  t.ok(readFileSync(join(folder, 'stdin.o')).equals(readFileSync(join(folder, 'file.o'))));
});

const hasBpftool = spawnSync('bpftool', ['version']).status === 0;

t.test(
  'the types are whole in BTF, and no section is added',
  { skip: skip || (hasBpftool ? false : 'no bpftool here') },
  async (t) => {
    const folder = t.testdir();
    layOut(folder);
    const dump = async (kept: typeof types | readonly []) => {
      const input = keeperInput('sub/user.bpf.c', source, kept);
      await compile(folder, [...input.arguments, '-o', 'out.o'], input.text);
      return spawnSync('bpftool', ['btf', 'dump', 'file', 'out.o'], { cwd: folder, encoding: 'utf8' }).stdout;
    };
    const sections = (text: string) => text.match(/DATASEC '\S+'/g);
    const [kept, bare] = [await dump(types), await dump([])];
    t.match(kept, /STRUCT 'event' size=4 vlen=1\n\s+'right'/);
    t.match(kept, /TYPEDEF 'bare_t'/);
    t.match(kept, /STRUCT '\(anon\)' size=8 vlen=1\n\s+'other'/);
    t.notMatch(bare, /bare_t/);
    t.same(sections(kept), sections(bare));
  },
);

/** Loads an object in a mount namespace of its own, so that nothing stays; gives what was pinned. */
function load(folder: string, object: string): string {
  const script =
    'd=$(mktemp -d /tmp/tsecc-XXXXXX) && mount -t bpf bpf "$d" && bpftool prog loadall "$1" "$d/programs" ' +
    'pinmaps "$d/maps" >&2 && ls "$d/programs" "$d/maps" | sed "s#$d##"; umount "$d"; rmdir "$d"';
  const { stdout } = spawnSync('unshare', ['-m', 'sh', '-c', script, 'sh', object], {
    cwd: folder,
    encoding: 'utf8',
  });
  return stdout;
}

const mayLoad =
  process.getuid?.() === 0 && spawnSync('unshare', ['-m', 'sh', '-c', 'mount -t bpf bpf /mnt']).status === 0;

t.test(
  'the same programs and maps are loaded',
  { skip: skip || (hasBpftool && mayLoad ? false : 'loading programs takes bpftool, root and bpffs') },
  async (t) => {
    const folder = t.testdir();
    layOut(folder);
    for (const [name, kept] of [
      ['same.o', types],
      ['bare.o', []],
    ] as const) {
      const input = keeperInput('sub/user.bpf.c', source, kept);
      await compile(folder, [...input.arguments, '-o', name], input.text);
    }
    const kept = load(folder, 'same.o');
    t.match(kept, /^program$/m);
    t.equal(kept.replaceAll('same', 'bare'), load(folder, 'bare.o'));
  },
);
