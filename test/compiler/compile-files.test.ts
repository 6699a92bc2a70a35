import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import t from 'tap';
import { compileFiles } from '../../compiler/compile-files.js';
import { openPackage } from '../../core/package/open.js';
import { sourceText } from '../fixtures/sources/sources.js';
import { fakeProgram } from '../fixtures/sources/fake-program.js';

t.test("the seed's listing, as it stands, becomes a package that opens", async (t) => {
  const dir = t.testdir({ 'kprobe-link.bpf.c': sourceText('kprobe-link.bpf.c') });
  const result = await compileFiles(`${dir}/kprobe-link.bpf.c`);
  t.same(readdirSync(dir), ['kprobe-link.bpf.c', 'kprobe-link.bpf.o', 'package.json']);
  const { manifest, object } = openPackage(readFileSync(`${dir}/package.json`));
  t.same(object, readFileSync(`${dir}/kprobe-link.bpf.o`));
  t.same(manifest.meta.bpf_skel, {
    obj_name: 'kprobe_link_bpf',
    data_sections: [],
    maps: [{ name: 'kprobe_l.rodata', ident: 'rodata' }],
    progs: [
      { name: 'do_unlinkat', attach: 'kprobe/do_unlinkat', link: true },
      { name: 'do_unlinkat_exit', attach: 'kretprobe/do_unlinkat', link: true },
    ],
  });
  t.same(result.diagnostics, []);
});

t.test('maps, variables and their sections are described', async (t) => {
  const dir = t.testdir({ 'variables.bpf.c': sourceText('variables.bpf.c') });
  const { meta } = await compileFiles(`${dir}/variables.bpf.c`, { packageKind: 'none' });
  t.match(meta.bpf_skel, {
    data_sections: [
      { name: '.rodata', variables: [{ name: 'target_pid', type: 'int' }] },
      { name: '.rodata.cfg', variables: [{ name: 'name' }] },
      { name: '.bss', variables: [{ name: 'total', type: '__u64' }] },
    ],
    maps: [
      { name: 'counts', ident: 'counts' },
      { name: 'variable.rodata', ident: 'rodata', mmaped: true },
      { name: '.rodata.cfg', ident: 'rodata_cfg', mmaped: true },
      { name: 'variable.bss', ident: 'bss', mmaped: true },
    ],
  });
  t.same(readdirSync(dir), ['variables.bpf.c', 'variables.bpf.o'], 'no package when none is wanted');
});

t.test('the same source gives the same bytes in any directory, by any path', async (t) => {
  const text = sourceText('variables.bpf.c');
  const dir = t.testdir({ 'a.bpf.c': text, deep: { er: { 'a.bpf.c': text } } });
  await compileFiles(`${dir}/a.bpf.c`, { outputDirectory: `${dir}/one` });
  await compileFiles(`${dir}/deep/er/a.bpf.c`, { outputDirectory: `${dir}/two` });
  const before = process.cwd();
  process.chdir(dir);
  t.teardown(() => process.chdir(before));
  await compileFiles('deep/er/a.bpf.c', { outputDirectory: 'three' });
  process.chdir(`${dir}/deep/er`);
  await compileFiles('a.bpf.c', { outputDirectory: `${dir}/four` });
  const [one, ...others] = ['one', 'two', 'three', 'four'].map((name) =>
    readFileSync(`${dir}/${name}/package.json`, 'utf8'),
  );
  for (const other of others) t.ok(other === one, 'the package is the same');
  t.notMatch(readFileSync(`${dir}/one/a.bpf.o`, 'latin1'), dir, 'no path of this machine is in the object');
});

t.test('stages are told with paths as the user sees them', async (t) => {
  const dir = t.testdir({ 'x.bpf.c': sourceText('kernel-headers.bpf.c') });
  const stages: string[] = [];
  const before = process.cwd();
  process.chdir(dir);
  t.teardown(() => process.chdir(before));
  await compileFiles('x.bpf.c', {
    onStage: (line) => stages.push(line),
    outputDirectory: 'out',
    packageKind: 'yaml',
  });
  t.same(stages, ['Compiling bpf object...', 'Packing ebpf object and config into out/package.yaml...']);
  t.match(readFileSync('out/package.yaml', 'utf8'), /^ {4}obj_name: "x_bpf"$/m);
});

t.test('a program without a license compiles with a warning', async (t) => {
  const dir = t.testdir({ 'x.bpf.c': sourceText('kernel-headers.bpf.c') });
  t.match((await compileFiles(`${dir}/x.bpf.c`)).diagnostics, [{ severity: 'warning', text: /no license/ }]);
});

t.test('an object without programs is refused, and nothing is written', async (t) => {
  const dir = t.testdir({ 'a.bpf.c': 'int helper(void) { return 0; }\n' });
  await t.rejects(compileFiles(`${dir}/a.bpf.c`), {
    code: 'compile-failed',
    message: `compile '${dir}/a.bpf.c': no programs in the object`,
    cure: /SEC\("…"\)/,
  });
  t.same(readdirSync(dir), ['a.bpf.c']);
});

t.test("npm's package.json and the package of another source are kept", async (t) => {
  const text = sourceText('kernel-headers.bpf.c');
  const dir = t.testdir({
    'a.bpf.c': text,
    'b.bpf.c': text,
    npm: { 'package.json': '{"name":"x"}', 'a.bpf.c': text },
  });
  await t.rejects(compileFiles(`${dir}/npm/a.bpf.c`), {
    code: 'usage',
    message: /is no BPF package/,
    cure: /-o DIR/,
  });
  t.equal(readFileSync(`${dir}/npm/package.json`, 'utf8'), '{"name":"x"}');
  await compileFiles(`${dir}/a.bpf.c`);
  await compileFiles(`${dir}/a.bpf.c`);
  await t.rejects(compileFiles(`${dir}/b.bpf.c`), {
    code: 'usage',
    message: /is the package of another object, a_bpf/,
  });
  await compileFiles(`${dir}/b.bpf.c`, { outputDirectory: `${dir}/b` });
  t.same(readdirSync(`${dir}/b`), ['b.bpf.o', 'package.json']);
});

t.test('a bundle and a standalone file lie beside the package, and are written over', async (t) => {
  const dir = t.testdir({
    'a.bpf.c': sourceText('kernel-headers.bpf.c'),
    archive: { d: { v: { x86_64: { '5.4.btf': 'x' }, aarch64: { '5.4.btf': 'x' } } } },
  });
  const bpftool = fakeProgram(`${dir}/bpftool`, 'echo types > "$4"');
  const options = {
    env: { ...process.env, BPFTOOL: bpftool },
    btfhubArchive: `${dir}/archive`,
    standalone: true,
  };
  const result = await compileFiles(`${dir}/a.bpf.c`, options);
  const files = ['a', 'a.bpf.c', 'a.bpf.o', 'a.tar', 'archive', 'bpftool', 'package.json'];
  t.same(readdirSync(dir), files);
  t.match(result, { bundlePath: `${dir}/a.tar`, standalonePath: `${dir}/a` });
  const before = readFileSync(`${dir}/a.tar`);
  await compileFiles(`${dir}/a.bpf.c`, options);
  t.same(readdirSync(dir), files);
  t.same(readFileSync(`${dir}/a.tar`), before);

  writeFileSync(`${dir}/a`, 'precious');
  await t.rejects(compileFiles(`${dir}/a.bpf.c`, options), {
    code: 'usage',
    message: `write '${dir}/a': it is no BPF standalone file, and is not written over`,
    cure: 'choose another directory: -o DIR',
  });
  t.equal(readFileSync(`${dir}/a`, 'utf8'), 'precious');
});

t.test('another machine is compiled for', async (t) => {
  const dir = t.testdir({ 'a.bpf.c': sourceText('kernel-headers.bpf.c') });
  const commands: string[] = [];
  await compileFiles(`${dir}/a.bpf.c`, {
    targetArchitecture: 'arm64',
    onCommand: (argv) => commands.push(...argv),
  });
  t.ok(commands.includes('-D__TARGET_ARCH_arm64') && commands.includes('bpfel'));
  await t.rejects(compileFiles(`${dir}/a.bpf.c`, { targetArchitecture: 's930' }), {
    code: 'usage',
    cure: 'nearest: s390',
  });
});

t.test('an abort while clang runs leaves nothing', async (t) => {
  const dir = t.testdir({ 'a.bpf.c': 'int x;' });
  mkdirSync(`${dir}/bin`);
  const clang = fakeProgram(`${dir}/bin/clang`, `touch ${dir}/bin/started; exec sleep 30`);
  const stop = new AbortController();
  const running = compileFiles(`${dir}/a.bpf.c`, {
    clang,
    outputDirectory: `${dir}/out`,
    signal: stop.signal,
    onCommand: () => setTimeout(() => stop.abort(), 100),
  });
  await t.rejects(running, { name: 'AbortError' });
  t.same(readdirSync(dir), ['a.bpf.c', 'bin']);
});

t.test('a garbled object is no crash', async (t) => {
  const dir = t.testdir({ 'a.bpf.c': 'int x;' });
  const clang = fakeProgram(`${dir}/clang`, 'printf nonsense');
  writeFileSync(`${dir}/strip`, '');
  await t.rejects(compileFiles(`${dir}/a.bpf.c`, { clang, strip: fakeProgram(`${dir}/strip`, 'cat') }), {
    name: /Error/,
    message: /ELF/,
  });
});

const head = '#include <linux/bpf.h>\n#include <bpf/bpf_helpers.h>\nchar LICENSE[] SEC("license") = "GPL";\n';
const program = 'SEC("xdp") int pass(struct xdp_md *ctx) { return XDP_PASS; }\n';

t.test('a header adds its structs, and a stage', async (t) => {
  const dir = t.testdir({
    'a.h': '// struct ghost { int a; };\nstruct event { __u32 pid; __u8 kind; } __attribute__((packed));\n',
    'a.bpf.c': `${head}#include "a.h"\n${program}`,
  });
  const stages: string[] = [];
  const { meta, diagnostics } = await compileFiles(`${dir}/a.bpf.c`, {
    header: `${dir}/a.h`,
    onStage: (line) => stages.push(line),
  });
  t.match(meta.export_types, [
    {
      name: 'event',
      size: 5,
      members: [
        { name: 'pid', type: '__u32' },
        { name: 'kind', type: '__u8' },
      ],
    },
  ]);
  t.equal(meta.export_types?.length, 1, 'a struct in a comment is none');
  t.match(stages, [/^Compiling/, 'Generating export types...', /^Packing/]);
  t.same(diagnostics, []);
  t.same(readdirSync(dir), ['a.bpf.c', 'a.bpf.o', 'a.h', 'package.json'], 'nothing else is left behind');
});

t.test('a header by itself needs no program', async (t) => {
  const dir = t.testdir({ 'event.h': 'struct event { int pid; };\n' });
  const { meta, diagnostics } = await compileFiles(`${dir}/event.h`, { headerOnly: true });
  t.match(meta, {
    bpf_skel: { obj_name: 'event_bpf', progs: [] },
    export_types: [{ name: 'event', size: 4 }],
  });
  t.same(diagnostics, []);
  t.same(readdirSync(dir), ['event.bpf.o', 'event.h', 'package.json']);
});

t.test('with types to keep, messages and the object still name the source', async (t) => {
  const dir = t.testdir({
    'a.h': 'struct event { int pid; };\n',
    'a.bpf.c': `${head}#include "a.h"\nstatic int unused;\n${program}`,
  });
  const { diagnostics, objectPath } = await compileFiles(`${dir}/a.bpf.c`, {
    header: `${dir}/a.h`,
    additionalFlags: ['-Wall'],
  });
  t.match(diagnostics, [
    {
      text: /unused variable/,
      location: { file: `${dir}/a.bpf.c`, line: 5, lineText: 'static int unused;' },
    },
  ]);
  const object = readFileSync(objectPath, 'latin1');
  t.notMatch(object, dir);
  t.notMatch(object, 'stdin');
  t.match(object, '/a.bpf.c');
});

t.test('the same package comes from any directory, types to keep or not', async (t) => {
  const files = { 'a.h': 'struct event { int pid; };\n', 'a.bpf.c': `${head}#include "a.h"\n${program}` };
  const dir = t.testdir({ ...files, deep: files });
  await compileFiles(`${dir}/a.bpf.c`, { header: `${dir}/a.h` });
  const before = process.cwd();
  process.chdir(`${dir}/deep`);
  t.teardown(() => process.chdir(before));
  await compileFiles('a.bpf.c', { header: 'a.h' });
  t.same(readFileSync('package.json'), readFileSync(`${dir}/package.json`));
});

t.test('a broken annotation fails the compile at its place, and nothing is written', async (t) => {
  const dir = t.testdir({ 'a.bpf.c': `${head}/// @optional\n/// @xdpopts {"old_prog_fd": }\n${program}` });
  const error = await compileFiles(`${dir}/a.bpf.c`).catch((each: unknown) => each);
  t.match(error, {
    code: 'compile-failed',
    message: `compile '${dir}/a.bpf.c': an error in its annotations`,
    diagnostics: [{ severity: 'error', text: /@xdpopts is broken JSON/, location: { line: 5 } }],
  });
  t.same(readdirSync(dir), ['a.bpf.c']);
});

t.test('comments that are no annotations say nothing, whatever they look like', async (t) => {
  const dir = t.testdir({ 'a.bpf.c': `${head}// @sample {\n/* @cmdarg { */\n/// plain text\n${program}` });
  const { meta, diagnostics } = await compileFiles(`${dir}/a.bpf.c`);
  t.same(diagnostics, []);
  t.match(meta.bpf_skel.progs, [{ name: 'pass', description: 'plain text' }]);
});

t.test("two programs of one folder keep out of each other's way", async (t) => {
  const files = {
    'a.bpf.c': `${head}${program}`,
    'b.bpf.c': `${head}${program}`,
    'a.h': 'struct a { int x; };\n',
  };
  const dir = t.testdir(files);
  await Promise.all([
    compileFiles(`${dir}/a.bpf.c`, { header: `${dir}/a.h`, outputDirectory: `${dir}/one` }),
    compileFiles(`${dir}/b.bpf.c`, { header: `${dir}/a.h`, outputDirectory: `${dir}/two` }),
  ]);
  const names = ['one', 'two'].map(
    (each) => openPackage(readFileSync(`${dir}/${each}/package.json`)).manifest.meta.bpf_skel.obj_name,
  );
  t.same(names, ['a_bpf', 'b_bpf']);
  t.same(readdirSync(dir), ['a.bpf.c', 'a.h', 'b.bpf.c', 'one', 'two']);
});
