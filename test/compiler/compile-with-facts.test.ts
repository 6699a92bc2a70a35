import t from 'tap';
import type { ClangOptions } from '../../compiler/clang/compile-source.js';
import { compileWithFacts } from '../../compiler/compile-with-facts.js';
import { typeText } from '../../compiler/events/event-type.js';
import { readSource } from '../../compiler/read-source.js';
import { findTool } from '../../compiler/toolchain/find-tool.js';

const options: ClangOptions = {
  env: process.env,
  tools: { clang: findTool('clang', process.env), strip: findTool('llvm-strip', process.env) },
  additionalFlags: [],
};
const head = '#define SEC(n) __attribute__((section(n), used))\nchar LICENSE[] SEC("license") = "GPL";\n';
const program = `${head}SEC("xdp") int f(void *ctx) { return 0; }\n`;

t.test('a source with nothing to read is not read', async (t) => {
  const dir = t.testdir({ 'a.bpf.c': program });
  const { facts, kept } = await compileWithFacts(readSource(`${dir}/a.bpf.c`), {}, options);
  t.equal(facts, undefined);
  t.same(kept, []);
});

t.test('annotations are read while clang runs once', async (t) => {
  const dir = t.testdir({ 'a.bpf.c': `${head}/// @optional\n${program.slice(head.length)}` });
  const commands: unknown[] = [];
  const { facts } = await compileWithFacts(
    readSource(`${dir}/a.bpf.c`),
    {},
    { ...options, onCommand: (argv) => commands.push(argv) },
  );
  t.ok(facts?.annotations.programs.get('f')?.own.optional);
  t.equal(commands.length, 2, 'clang and llvm-strip');
});

t.test('types that the text alone did not show are kept by a second compile', async (t) => {
  const dir = t.testdir({
    'a.h': 'enum kind { KIND };\nstruct a { int k; /// @format kind\n};',
    'a.bpf.c': `${head}/// doc\n#include "a.h"\n${program.slice(head.length)}`,
  });
  const { kept } = await compileWithFacts(readSource(`${dir}/a.bpf.c`), {}, options);
  t.same(kept.map(typeText), ['enum kind']);
});

t.test("clang's refusal comes with the errors in annotations", async (t) => {
  const dir = t.testdir({ 'a.bpf.c': `${head}/// @cmdarg {\nint a = b;\n` });
  const refusal = await compileWithFacts(readSource(`${dir}/a.bpf.c`), {}, options).catch(
    (error: unknown) => error,
  );
  t.match(refusal, {
    code: 'compile-failed',
    diagnostics: [{ text: /undeclared identifier 'b'/ }, { text: /@cmdarg is broken JSON/ }],
  });
});
