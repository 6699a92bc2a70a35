// The proof that the cache changes nothing: sources of the project, and sources made to tell the difference.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import t from 'tap';
import { compileSource } from '../../../compiler/clang/compile-source.js';
import { readSource } from '../../../compiler/read-source.js';
import { findTool } from '../../../compiler/toolchain/find-tool.js';
import { scratchDirectory } from '../../fixtures/project.js';
import { sampleSources } from '../../fixtures/sample-sources.js';
import { fakeProgram } from '../../fixtures/sources/fake-program.js';
import { until } from '../../fixtures/until.js';

const kernel = '/sys/kernel/btf/vmlinux';
const skip = existsSync(kernel) ? false : 'this kernel has no BTF to make vmlinux.h of';

const program = `#include <bpf/bpf_helpers.h>
#include <bpf/bpf_core_read.h>
char LICENSE[] SEC("license") = "Dual BSD/GPL";
SEC("tracepoint/syscalls/sys_enter_unlinkat") int f(struct trace_event_raw_sys_enter *ctx)
{
	struct task_struct *task = (void *)bpf_get_current_task();
	int parent = BPF_CORE_READ(task, real_parent, tgid);
#ifdef LOUD
	bpf_printk("parent %d", parent);
#endif
	return parent + ctx->id;
}
`;

/** Where a precompiled header could make a difference: by what stands before it, beside it, or on the command line. */
const special: readonly {
  name: string;
  text: string;
  flags?: string[];
  beside?: Record<string, string>;
  uses: boolean;
}[] = [
  { name: 'first', text: `// SPDX\n#include "vmlinux.h"\n${program}`, uses: true },
  {
    name: 'macros',
    text: `#include "vmlinux.h"\n${program}`,
    flags: ['-DLOUD', '-D', 'X=1', '-Iinc'],
    uses: true,
  },
  {
    name: 'plain',
    text: `#include "vmlinux.h"\n${program}`,
    flags: ['-DBPF_NO_PRESERVE_ACCESS_INDEX'],
    uses: true,
  },
  { name: 'other-flags', text: `#include "vmlinux.h"\n${program}`, flags: ['-O1', '-DLOUD'], uses: false },
  {
    name: 'late',
    text: `#define BPF_NO_PRESERVE_ACCESS_INDEX\n#include "vmlinux.h"\n${program}`,
    uses: false,
  },
  {
    name: 'later',
    text: `#include "config.h"\n#include "vmlinux.h"\n${program}`,
    beside: { 'config.h': '#define LOUD\n#define BPF_NO_PRESERVE_ACCESS_INDEX\n' },
    uses: false,
  },
  {
    name: 'through-header',
    text: `#include "common.h"\n${program}`,
    beside: { 'common.h': '#pragma once\n#include "vmlinux.h"\n' },
    uses: false,
  },
  {
    name: 'twice',
    text: `#include "vmlinux.h"\n#include "common.h"\n${program}`,
    beside: { 'common.h': '#include "vmlinux.h"\nstruct mine { struct list_head list; };\n' },
    uses: true,
  },
  {
    name: 'none',
    text: `#include <linux/bpf.h>\n#include <bpf/bpf_helpers.h>\nSEC("socket") int f(void *c) { return 0; }\n`,
    uses: false,
  },
];

const sourcesOfProject = sampleSources();

t.test('with the cache and without, each source gives the same bytes', { skip }, async (t) => {
  const directory = scratchDirectory(t);
  const strip = findTool('llvm-strip', process.env);
  const clang = findTool('clang', process.env);
  // The same clang, but it compiles nothing in advance.
  const plain = fakeProgram(
    join(directory, 'clang'),
    `case " $* " in *" c-header "*) exit 1;; esac; exec ${clang} "$@"`,
  );
  let commands: string[] = [];
  const compile = async (path: string, additionalFlags: string[], cached: boolean) => {
    commands = [];
    const onCommand = (argv: readonly string[]) => commands.push(...argv);
    const env = { ...process.env, XDG_CACHE_HOME: join(directory, cached ? 'cache' : 'cold') };
    const tools = { clang: cached ? clang : plain, strip };
    return compileSource(readSource(path), { env, tools, additionalFlags, onCommand });
  };
  /** Waits until what is made in the background is there. */
  const settled = async () => {
    const headers = () =>
      existsSync(join(directory, 'cache'))
        ? readdirSync(join(directory, 'cache'), { recursive: true, encoding: 'utf8' })
        : [];
    const missing = () =>
      headers().filter((name) => name.endsWith('.making') && !headers().includes(name.slice(0, -7)));
    await until(() => missing().length === 0);
    t.same(missing(), []);
  };

  const cases = [
    ...sourcesOfProject.map((path) => ({ path, name: path, flags: [] as string[], uses: undefined })),
    ...special.map(({ name, text, flags = [], beside = {}, uses }) => {
      const path = join(directory, name, 'x.bpf.c');
      mkdirSync(dirname(path));
      for (const [file, content] of Object.entries({ ...beside, [basename(path)]: text }))
        writeFileSync(join(dirname(path), file), content);
      return { path, name, flags, uses };
    }),
  ];
  t.ok(sourcesOfProject.length >= 20);
  for (const { path, name, flags, uses } of cases) {
    const cold = await compile(path, flags, false);
    t.notOk(commands.includes('-include-pch'));
    let warm = await compile(path, flags, true);
    await settled();
    // The first one of its flags has only started to make the header that the next ones use.
    if (!commands.includes('-include-pch')) warm = await compile(path, flags, true);
    const { object, diagnostics } = warm;
    t.ok(Buffer.from(object).equals(cold.object), name);
    t.same(diagnostics, cold.diagnostics, name);
    if (uses !== undefined) t.equal(commands.includes('-include-pch'), uses, `${name}: the header is used`);
    else if (readFileSync(path, 'utf8').startsWith('#include "vmlinux.h"'))
      t.ok(commands.includes('-include-pch'), name);
  }
});
