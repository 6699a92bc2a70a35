import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t from 'tap';
import { readBtfExt } from '../../../core/btf/read-btf-ext.js';
import { readObject } from '../../../core/object/read-object.js';
import { renameSection } from '../../../core/object/rename-section.js';
import { objectBytes } from '../../fixtures/objects/load-object.js';

const sectionsOf = (bytes: Uint8Array) =>
  readObject(bytes).programs.map(({ name, section }) => `${name}: ${section}`);

/** The names by which .BTF.ext speaks of sections. */
function namesInBtfExt(bytes: Uint8Array): string[] {
  const { elf, btf } = readObject(bytes);
  const ext = elf.sections.find(({ name }) => name === '.BTF.ext');
  return btf && ext
    ? [...new Set(readBtfExt(ext.data, btf).sectionNames.map(({ name }) => name))].sort()
    : [];
}

t.test('gives the object that another SEC() would have made', async (t) => {
  const before = objectBytes('unlink');
  const after = renameSection(before, 'kprobe/do_unlinkat', 'kprobe/filename_unlinkat');
  t.strictSame(sectionsOf(after), [
    'do_unlinkat: kprobe/filename_unlinkat',
    'do_unlinkat_exit: kretprobe/do_unlinkat',
  ]);
  t.strictSame(namesInBtfExt(after), ['kprobe/filename_unlinkat', 'kretprobe/do_unlinkat']);
  const [old, renamed] = [readObject(before), readObject(after)];
  t.strictSame(renamed.btf?.types, old.btf?.types);
  t.strictSame(renamed.dataSections, old.dataSections);
  t.strictSame(
    renamed.programs.map(({ helpers }) => helpers),
    old.programs.map(({ helpers }) => helpers),
  );
});

t.test('leaves the given bytes as they are', async (t) => {
  const before = objectBytes('unlink');
  renameSection(before, 'kprobe/do_unlinkat', 'kprobe/x');
  t.strictSame(before, objectBytes('unlink'));
});

t.test('takes an index, renames again, and in either byte order', async (t) => {
  for (const name of ['tracepoint', 'tracepoint.be']) {
    const index = readObject(objectBytes(name)).programs[0]?.sectionIndex ?? 0;
    const once = renameSection(objectBytes(name), index, 'tp/sched/sched_switch');
    const twice = renameSection(once, 'tp/sched/sched_switch', 'raw_tp/sys_enter');
    t.strictSame(sectionsOf(twice), [
      'on_unlink: raw_tp/sys_enter',
      'on_open: tracepoint/syscalls/sys_enter_openat',
    ]);
    t.strictSame(namesInBtfExt(twice), ['.text', 'raw_tp/sys_enter', 'tracepoint/syscalls/sys_enter_openat']);
  }
});

t.test('renames in an object without types', async (t) => {
  const renamed = renameSection(
    objectBytes('no-debug'),
    'tracepoint/syscalls/sys_enter_openat',
    'raw_tp/sys_exit',
  );
  t.match(sectionsOf(renamed), [
    'on_unlink: tracepoint/syscalls/sys_enter_unlinkat',
    'on_open: raw_tp/sys_exit',
  ]);
});

t.test('refuses sections that are not there and names that cannot be', async (t) => {
  const bytes = objectBytes('unlink');
  t.throws(() => renameSection(bytes, 'kprobe/other', 'x'), {
    name: 'ElfError',
    message: "rename section 'kprobe/other': the object has no such section",
  });
  t.throws(() => renameSection(bytes, 99, 'x'), {
    message: "rename section '99': the object has no such section",
  });
  for (const name of ['', 'a\0b', 'a b', '\x1b[2J', 'x'.repeat(513)]) {
    t.throws(() => renameSection(bytes, 3, name), { name: 'TseccError', code: 'usage' });
  }
});

/** Why the kernel here cannot be asked, or false. */
function whyNoKernel(): string | false {
  if (process.getuid?.() !== 0) return 'not root';
  if (spawnSync('bpftool', ['version']).error) return 'bpftool is missing';
  return spawnSync('bpftool', ['prog', 'list']).status === 0 ? false : 'bpf(2) is not permitted here';
}

t.test('libbpf and the kernel take the renamed object', { skip: whyNoKernel() }, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'tsecc-rename-'));
  const pins = join(folder, 'bpffs');
  mkdirSync(pins);
  const mounted = spawnSync('mount', ['-t', 'bpf', 'bpf', pins]);
  t.teardown(() => {
    if (mounted.status === 0) execFileSync('umount', [pins]);
    rmSync(folder, { recursive: true, force: true });
  });
  if (mounted.status !== 0) return t.plan(0, 'bpffs cannot be mounted here');

  const object = join(folder, 'renamed.bpf.o');
  const renamed = renameSection(
    objectBytes('tracepoint'),
    'tracepoint/syscalls/sys_enter_unlinkat',
    'raw_tp/sys_enter',
  );
  writeFileSync(object, renamed);
  const load = spawnSync('bpftool', ['prog', 'loadall', object, join(pins, 'p')], { encoding: 'utf8' });
  t.equal(load.status, 0, load.stderr);
  const show = (name: string) => {
    const text = execFileSync('bpftool', ['-j', 'prog', 'show', 'pinned', join(pins, 'p', name)], {
      encoding: 'utf8',
    });
    return JSON.parse(text) as { type: string; btf_id?: number; name: string };
  };
  t.match(show('on_unlink'), { type: 'raw_tracepoint', name: 'on_unlink', btf_id: Number });
  t.match(show('on_open'), { type: 'tracepoint', btf_id: Number });
  // Line info is there only where .BTF.ext still speaks of the section by its name.
  const lines = execFileSync(
    'bpftool',
    ['prog', 'dump', 'xlated', 'pinned', join(pins, 'p', 'on_unlink'), 'linum'],
    {
      encoding: 'utf8',
    },
  );
  t.match(lines, /return tell\(1\);.*tracepoint\.bpf\.c/);
});
