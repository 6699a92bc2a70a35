import t from 'tap';
import { findTool } from '../../../compiler/toolchain/find-tool.js';
import { fakeProgram } from '../../fixtures/sources/fake-program.js';

t.test('what was asked for goes before the variable, the variable before PATH', async (t) => {
  const dir = t.testdir({});
  for (const name of ['asked', 'variable', 'clang']) fakeProgram(`${dir}/${name}`, 'true');
  const env = { PATH: dir, CLANG: `${dir}/variable` };
  t.equal(findTool('clang', env, `${dir}/asked`), `${dir}/asked`);
  t.equal(findTool('clang', env), `${dir}/variable`);
  t.equal(findTool('clang', { PATH: dir }), `${dir}/clang`);
});

t.test('a tool that is named and absent is refused, and not replaced in silence', async (t) => {
  t.throws(() => findTool('clang', {}, '/nowhere/clang'), {
    code: 'tool-missing',
    exitCode: 9,
    message: "find clang: '/nowhere/clang', asked for, is no program",
  });
  t.throws(() => findTool('llvm-strip', { LLVM_STRIP: 'odd-strip' }), {
    message: /named by LLVM_STRIP/,
    cure: /llvm/,
  });
});
