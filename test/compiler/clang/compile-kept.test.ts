import t from 'tap';
import { compileKept } from '../../../compiler/clang/compile-kept.js';
import type { ClangOptions } from '../../../compiler/clang/compile-source.js';
import { typeText, type EventType } from '../../../compiler/events/event-type.js';
import { readSource } from '../../../compiler/read-source.js';
import { findTool } from '../../../compiler/toolchain/find-tool.js';

const options: ClangOptions = {
  env: process.env,
  tools: { clang: findTool('clang', process.env), strip: findTool('llvm-strip', process.env) },
  additionalFlags: ['-Wall', '-Wextra', '-Weverything'],
};
const types: readonly EventType[] = [
  { kind: 'struct', name: 'a' },
  { kind: 'typedef', name: 'unknown_t' },
  { kind: 'typedef', name: 'b_t' },
];
const source =
  'struct a { int x; };\ntypedef struct { int y; } b_t;\nint f(void);\nint f(void) { return 0; }\n';

t.test('types are kept, and one that the source does not know is left out', async (t) => {
  const dir = t.testdir({ 'a.bpf.c': source });
  const { kept, diagnostics } = await compileKept(readSource(`${dir}/a.bpf.c`), types, options);
  t.same(kept.map(typeText), ['struct a', 'b_t']);
  t.same(diagnostics, [], 'the strictest flags say nothing about what was appended');
});

t.test('the source is refused in its own words, wherever its fault shows', async (t) => {
  const dir = t.testdir({
    'open.bpf.c': `${source}int g(void) {\n\treturn 0;\n`,
    'wrong.bpf.c': `${source}int g = h;\n`,
  });
  const refusal = async (name: string) =>
    compileKept(readSource(`${dir}/${name}`), types, { ...options, additionalFlags: [] }).then(
      () => undefined,
      (error: unknown) => error,
    );
  const open = { text: "expected '}'", location: { file: `${dir}/open.bpf.c`, lineText: '\treturn 0;' } };
  t.match(await refusal('open.bpf.c'), { code: 'compile-failed', diagnostics: [open] });
  const wrong = { text: /undeclared/, location: { file: `${dir}/wrong.bpf.c`, line: 5 } };
  t.match(await refusal('wrong.bpf.c'), { code: 'compile-failed', diagnostics: [wrong] });
});

t.test('without types nothing is appended', async (t) => {
  const dir = t.testdir({ 'a.bpf.c': source });
  const commands: string[] = [];
  const told = { ...options, onCommand: (argv: readonly string[]) => commands.push(argv.join(' ')) };
  t.same((await compileKept(readSource(`${dir}/a.bpf.c`), [], told)).kept, []);
  t.notMatch(commands[0], /stdin/);
});
