import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { compileSource, type ClangOptions } from '../../../compiler/clang/compile-source.js';
import { readSource } from '../../../compiler/read-source.js';
import { architectureNamed } from '../../../compiler/toolchain/architecture.js';
import { findTool } from '../../../compiler/toolchain/find-tool.js';
import { scratchDirectory } from '../../fixtures/project.js';
import { fakeProgram } from '../../fixtures/sources/fake-program.js';
import { sourceText } from '../../fixtures/sources/sources.js';
import { inEnglish } from '../../fixtures/in-english.js';
import { until } from '../../fixtures/until.js';

const options = (more: Partial<ClangOptions> = {}): ClangOptions => ({
  env: process.env,
  tools: { clang: findTool('clang', process.env), strip: findTool('llvm-strip', process.env) },
  additionalFlags: [],
  ...more,
});

/** A vmlinux.h that is enough for small sources, so that a compile takes no time. */
const smallVmlinux = `#ifndef __VMLINUX_H__
#define __VMLINUX_H__
typedef unsigned char __u8; typedef unsigned short __u16; typedef unsigned int __u32; typedef unsigned long long __u64;
typedef signed char __s8; typedef short __s16; typedef int __s32; typedef long long __s64;
typedef __u16 __be16; typedef __u32 __be32; typedef __u32 __wsum; typedef int pid_t;
enum { BPF_ANY = 0 };
enum bpf_map_type { BPF_MAP_TYPE_HASH = 1 };
#endif
`;
const program = `#include <bpf/bpf_helpers.h>
SEC("tracepoint/a/b") int f(void *c) { return 0; }
`;

t.test('the compile with the precompiled header gives the same bytes as the one without', async (t) => {
  const dir = t.testdir({ 'a.bpf.c': `#include "vmlinux.h"\n${program}`, 'v.h': smallVmlinux });
  const source = readSource(`${dir}/a.bpf.c`);
  const commands: (readonly string[])[] = [];
  const env = { ...process.env, XDG_CACHE_HOME: scratchDirectory(t) };
  const run = async () =>
    compileSource(
      source,
      options({
        env,
        vmlinux: `${dir}/v.h`,
        onCommand: (argv) => commands.push(argv),
      }),
    );
  const slow = await run();
  const used = (): string | undefined => commands.flat()[commands.flat().indexOf('-include-pch') + 1];
  t.notOk(commands.flat().includes('-include-pch'));
  await until(async () => {
    t.same((await run()).object, slow.object);
    return commands.flat().includes('-include-pch');
  });
  t.ok(existsSync(used() ?? ''), 'it was used');

  // As after another clang, or a header that was made again.
  copyFileSync(`${dir}/v.h`, used() ?? '');
  t.same((await run()).object, slow.object, 'a broken one is left aside');
});

t.test('a vmlinux.h that another header includes is made when clang asks for it', async (t) => {
  const dir = t.testdir({
    'a.bpf.c': `#include "common.h"\n${program}`,
    'common.h': '#include "vmlinux.h"\n',
  });
  fakeProgram(`${dir}/bpftool`, `cat <<'EOF'\n${smallVmlinux}EOF`);
  const env = { PATH: process.env['PATH'], BPFTOOL: `${dir}/bpftool`, XDG_CACHE_HOME: scratchDirectory(t) };
  const { object } = await compileSource(readSource(`${dir}/a.bpf.c`), options({ env }));
  t.ok(object.length > 0);
});

t.test('a vmlinux.h beside the source is used in place of ours', async (t) => {
  const dir = t.testdir({ 'a.bpf.c': `#include "vmlinux.h"\n${program}`, 'vmlinux.h': smallVmlinux });
  const { object } = await compileSource(
    readSource(`${dir}/a.bpf.c`),
    options({ env: { PATH: '/nowhere' } }),
  );
  t.ok(object.length > 0, 'no bpftool, no cache');
});

t.test('kernel headers that want asm/types.h find it', async (t) => {
  const dir = t.testdir({ 'x.bpf.c': sourceText('kernel-headers.bpf.c') });
  t.ok((await compileSource(readSource(`${dir}/x.bpf.c`), options())).object.length > 0);
});

t.test('a refusal carries located findings', async (t) => {
  const dir = t.testdir({ 'a.bpf.c': 'int f(void)\n{\n\treturn y + z;\n}\n' });
  await t.rejects(compileSource(readSource(`${dir}/a.bpf.c`), options()), {
    code: 'compile-failed',
    exitCode: 1,
    message: `compile '${dir}/a.bpf.c': clang found 2 errors`,
    diagnostics: [
      {
        text: "use of undeclared identifier 'y'",
        location: { line: 3, column: 9, lineText: '\treturn y + z;' },
      },
      { text: "use of undeclared identifier 'z'", location: { line: 3, column: 13 } },
    ],
  });
});

t.test("libbpf's headers before the kernel's types are one error with its cure", async (t) => {
  const dir = t.testdir({ 'a.bpf.c': '#include <bpf/bpf_helpers.h>\nint x;\n' });
  await t.rejects(compileSource(readSource(`${dir}/a.bpf.c`), options()), {
    message: `compile '${dir}/a.bpf.c': clang found an error`,
    diagnostics: [
      {
        location: { file: `${dir}/a.bpf.c`, line: 1 },
        cure: { key: /"vmlinux\.h".*before <bpf\/bpf_helpers\.h>/ },
      },
    ],
  });
});

t.test('headers that are not installed are named with their package', async (t) => {
  const real = options().tools;
  const refused: [string, RegExp][] = [
    ['#include <bpf/bpf_helpers.h>\nint x;', /install libbpf's headers/],
    ['#include <asm/types.h>\nint x;', /include "vmlinux\.h" in place/],
  ];
  for (const [text, cure] of refused) {
    const dir = t.testdir({ 'a.bpf.c': text });
    // A clang on a machine without any headers.
    const script = `for a; do shift; case "$a" in /usr/include/*) a=/nowhere;; esac; set -- "$@" "$a"; done
exec ${real.clang} -nostdinc "$@"`;
    const tools = { ...real, clang: fakeProgram(`${dir}/clang`, script) };
    await t.rejects(compileSource(readSource(`${dir}/a.bpf.c`), options({ tools })), {
      code: 'compile-failed',
      diagnostics: [{ text: /file not found/, cure: { key: cure } }],
    });
  }
});

t.test('a clang without the BPF target is a missing tool', async (t) => {
  const dir = t.testdir({ 'a.c': 'int x;' });
  const clang = fakeProgram(
    `${dir}/clang`,
    `if [ "$1" = --print-targets ]; then echo "    x86-64 - 64-bit X86"; exit; fi
echo "error: unable to create target: 'No available targets are compatible with triple \\"bpf\\"'" >&2; exit 1`,
  );
  await t.rejects(compileSource(readSource(`${dir}/a.c`), options({ tools: { clang, strip: clang } })), {
    code: 'tool-missing',
    exitCode: 9,
    message: `compile '${dir}/a.c': '${clang}' was built without the BPF target`,
  });
});

t.test('a clang that fails without a word is said to', async (t) => {
  const dir = t.testdir({ 'a.c': 'int x;' });
  const clang = fakeProgram(`${dir}/clang`, 'exit 1');
  await t.rejects(compileSource(readSource(`${dir}/a.c`), options({ tools: { clang, strip: clang } })), {
    code: 'compile-failed',
    message: `compile '${dir}/a.c': clang failed: it said nothing`,
  });
});

t.test('another machine: its registers and byte order, and types that the user names', async (t) => {
  const text = `#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>
SEC("kprobe/f") int f(struct pt_regs *ctx) { return PT_REGS_PARM1(ctx); }
`;
  const s390 = 'typedef struct { unsigned long gprs[16]; } user_pt_regs; struct pt_regs;\n#endif\n';
  const dir = t.testdir({
    'a.bpf.c': text,
    'plain.bpf.c': `#include "vmlinux.h"\n${program}`,
    's390.h': smallVmlinux.replace('#endif\n', s390),
  });
  fakeProgram(`${dir}/bpftool`, `cat <<'EOF'\n${smallVmlinux}EOF`);
  const env = { PATH: process.env['PATH'], BPFTOOL: `${dir}/bpftool`, XDG_CACHE_HOME: scratchDirectory(t) };
  const foreign = options({ env, architecture: architectureNamed('s390') });

  const cure = 'name types of s390: --vmlinux FILE, a vmlinux.h or BTF from there';
  await t.rejects(compileSource(readSource(`${dir}/a.bpf.c`), foreign), { code: 'compile-failed', cure });
  const { diagnostics } = await compileSource(readSource(`${dir}/plain.bpf.c`), foreign);
  t.match(inEnglish(diagnostics), [
    { severity: 'warning', text: /types of this machine.*is for s390$/, cure },
  ]);

  const named = await compileSource(readSource(`${dir}/a.bpf.c`), { ...foreign, vmlinux: `${dir}/s390.h` });
  t.same(named.diagnostics, []);
  // EI_DATA of elf.h: ELFDATA2MSB.
  t.equal(named.object[5], 2);
});

t.test('a cache that is emptied in this moment is filled again', async (t) => {
  const dir = t.testdir({ 'a.bpf.c': `#include "vmlinux.h"\n${program}`, 'v.h': smallVmlinux });
  const { clang, strip } = options().tools;
  const cache = join(scratchDirectory(t), 'cache');
  const once = `[ -e ${dir}/done ] || rm -rf ${cache}; touch ${dir}/done; exec ${clang} "$@"`;
  const { object } = await compileSource(
    readSource(`${dir}/a.bpf.c`),
    options({
      env: { ...process.env, XDG_CACHE_HOME: cache },
      vmlinux: `${dir}/v.h`,
      tools: { clang: fakeProgram(`${dir}/clang`, once), strip },
    }),
  );
  t.ok(object.length > 0);
});

t.test('SOURCE_DATE_EPOCH decides what __DATE__ tells', async (t) => {
  const text = `#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
const char built[] = __DATE__ " " __TIME__;
SEC("socket") int f(void *c) { return 0; }
`;
  const dir = t.testdir({ 'a.bpf.c': text });
  const env = { ...process.env, SOURCE_DATE_EPOCH: '1700000000' };
  const { object, diagnostics } = await compileSource(readSource(`${dir}/a.bpf.c`), options({ env }));
  t.match(Buffer.from(object).toString('latin1'), 'Nov 14 2023 22:13:20');
  t.same(diagnostics, []);
});
