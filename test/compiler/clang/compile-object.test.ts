import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { compileObject, hasBpfTarget } from '../../../compiler/clang/compile-object.js';
import type { ClangTarget } from '../../../compiler/clang/clang-args.js';
import { root } from '../../fixtures/project.js';
import { fakeProgram } from '../../fixtures/sources/fake-program.js';

const target: ClangTarget = {
  source: 'a.bpf.c',
  sourceDirectory: '.',
  architecture: undefined,
  systemDirectories: [],
  additionalFlags: [],
  ownHeaders: '/tsecc/include',
};

const stripped = join(root, 'test/fixtures/objects/unlink.bpf.o');

t.test("clang's output goes through llvm-strip", async (t) => {
  const dir = t.testdir({});
  const tools = {
    clang: fakeProgram(`${dir}/clang`, 'printf object; echo warned >&2'),
    strip: fakeProgram(`${dir}/strip`, `[ "$(cat)" = object ] && cat '${stripped}'`),
  };
  const { object, stderr } = await compileObject(tools, target, {});
  t.ok(Buffer.from(object ?? []).equals(readFileSync(stripped)));
  t.equal(stderr, 'warned\n');
});

t.test('no object when clang refuses, whatever llvm-strip says of it', async (t) => {
  const dir = t.testdir({});
  const tools = {
    clang: fakeProgram(`${dir}/clang`, 'echo "a.c:1:1: error: no" >&2; exit 1'),
    strip: fakeProgram(`${dir}/strip`, 'exit 1'),
  };
  t.match(await compileObject(tools, target, {}), { object: undefined, stderr: 'a.c:1:1: error: no\n' });
});

t.test('a clang that dies is said to have died', async (t) => {
  const dir = t.testdir({});
  const tools = {
    clang: fakeProgram(`${dir}/clang`, 'kill -SEGV $$'),
    strip: fakeProgram(`${dir}/strip`, 'cat'),
  };
  t.match((await compileObject(tools, target, {})).stderr, /error: clang was ended by SIGSEGV/);
});

t.test('an llvm-strip that does not do is named', async (t) => {
  const dir = t.testdir({});
  const tools = {
    clang: fakeProgram(`${dir}/clang`, 'printf object'),
    strip: fakeProgram(`${dir}/strip`, 'echo "unknown machine" >&2; exit 1'),
  };
  for (const script of ['printf object', 'sleep 0.1; printf object', 'sleep 0.1; exit 74']) {
    fakeProgram(tools.clang, script);
    await t.rejects(compileObject(tools, target, {}), {
      code: 'tool-missing',
      message: /strip' failed: unknown machine/,
    });
  }
});

t.test('a clang says by itself whether it has the BPF target', async (t) => {
  const dir = t.testdir({});
  const without = fakeProgram(`${dir}/without`, 'echo "  Registered Targets:"; echo "    x86 - 32-bit X86"');
  t.equal(await hasBpfTarget(without, {}), false);
  t.equal(await hasBpfTarget(fakeProgram(`${dir}/with`, 'echo "    bpf - BPF (host endian)"'), {}), true);
  t.equal(
    await hasBpfTarget(fakeProgram(`${dir}/odd`, 'exit 1'), {}),
    true,
    'one that does not answer is not accused',
  );
});
