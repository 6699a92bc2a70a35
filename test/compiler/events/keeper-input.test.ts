import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { clangArgs } from '../../../compiler/clang/clang-args.js';
import { spoolSource } from '../../../compiler/clang/spool-source.js';
import type { EventType } from '../../../compiler/events/event-type.js';
import { failedKeepers, keeperText } from '../../../compiler/events/keeper-input.js';

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

async function compile(folder: string, output: string, kept: readonly EventType[] | undefined) {
  const appended = kept && keeperText(kept);
  const args = clangArgs({
    source: 'sub/user.bpf.c',
    sourceDirectory: 'sub',
    architecture: undefined,
    systemDirectories: [],
    additionalFlags: ['-Wall', '-Wextra', '-Wmissing-prototypes'],
    ownHeaders: '/tsecc/include',
    appended,
  });
  const input =
    appended === undefined ? undefined : await spoolSource(join(folder, 'sub/user.bpf.c'), appended);
  const { stderr } = spawnSync('clang', [...args.slice(0, -1), output], {
    cwd: folder,
    stdio: [input?.fd ?? 'ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  await input?.close();
  spawnSync('llvm-strip', ['-g', output], { cwd: folder });
  return stderr;
}

t.test('the text is a keeper for each type behind a line marker', async (t) => {
  t.equal(
    keeperText(types),
    '\n\n#pragma clang diagnostic ignored "-Wpedantic"\n# 1 "<tsecc exports>" 3\n' +
      'static __attribute__((used)) void __tsecc_export_0(struct event *event) {}\n' +
      'static __attribute__((used)) void __tsecc_export_1(bare_t *event) {}\n',
  );
  t.equal(keeperText([]), '');
});

t.test('errors in the keepers tell which type they are about', async (t) => {
  const at = (file: string, line: number) => ({
    severity: 'error' as const,
    text: '',
    location: { file, line, column: 1 },
    notes: [],
  });
  t.same(failedKeepers([at('a.c', 1), at('<tsecc exports>', 2)], 2), new Set([1]));
  t.same(failedKeepers([at('<tsecc exports>', 3)], 2), new Set([-1]), 'the end of the text is no type');
  t.same(failedKeepers([at('a.c', 1), { severity: 'error', text: '', notes: [] }], 2), new Set());
});

t.test('options do not make clang warn about the keepers', { skip }, async (t) => {
  const folder = t.testdir();
  layOut(folder);
  const said = await compile(folder, 'out.o', types);
  t.match(said, /^\/dev\/stdin:5:12:.* warning: unused function/m);
  t.match(said, /^\/dev\/stdin:7:19:.* warning: unused parameter/m);
  t.notMatch(said, /tsecc|error/);
});

t.test('read through standard input, the object is byte for byte that of the file', { skip }, async (t) => {
  const folder = t.testdir();
  layOut(folder);
  await compile(folder, 'stdin.o', []);
  await compile(folder, 'file.o', undefined);
  t.ok(readFileSync(join(folder, 'stdin.o')).equals(readFileSync(join(folder, 'file.o'))));
});

const hasBpftool = spawnSync('bpftool', ['version']).status === 0;

t.test(
  'the types are whole in BTF, and no section is added',
  { skip: skip || (hasBpftool ? false : 'no bpftool here') },
  async (t) => {
    const folder = t.testdir();
    layOut(folder);
    const dump = async (kept: readonly EventType[]) => {
      await compile(folder, 'out.o', kept);
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
      await compile(folder, name, kept);
    }
    const kept = load(folder, 'same.o');
    t.match(kept, /^program$/m);
    t.equal(kept.replaceAll('same', 'bare'), load(folder, 'bare.o'));
  },
);
