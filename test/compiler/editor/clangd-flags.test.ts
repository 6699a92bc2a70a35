import t from 'tap';
import { clangArgs } from '../../../compiler/clang/clang-args.js';
import { clangdFlags } from '../../../compiler/editor/clangd-flags.js';
import { architectureOf } from '../../../compiler/toolchain/architecture.js';

t.test('clangd gets what decides how tsecc reads a source, and nothing else', async (t) => {
  const target = {
    architecture: architectureOf('x64'),
    systemDirectories: ['/usr/include/x86_64-linux-gnu'],
    vmlinuxDirectory: '/cache/kernel',
    ownHeaders: '/tsecc/include',
  };
  const flags = clangdFlags(target);
  const compile = clangArgs({ ...target, source: 'x.bpf.c', sourceDirectory: '.', additionalFlags: [] });
  t.same(
    compile.filter((flag) => flags.includes(flag)),
    flags,
    'each is one of the compile, in the same order',
  );
  // What is left out says where the object and the messages go.
  t.same(
    compile.filter((flag) => !flags.includes(flag)),
    [
      '-fdebug-compilation-dir=.',
      '-fno-color-diagnostics',
      '-fdiagnostics-print-source-range-info',
      '-fdiagnostics-parseable-fixits',
      '-fno-crash-diagnostics',
      '-c',
      'x.bpf.c',
      '-o',
      '-',
    ],
  );
});
