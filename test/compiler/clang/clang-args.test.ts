import t from 'tap';
import { clangArgs, languageFlags, type ClangTarget } from '../../../compiler/clang/clang-args.js';

const target: ClangTarget = {
  source: 'sub/a.bpf.c',
  sourceDirectory: 'sub',
  architecture: { bpf: 'x86', machines: ['x86_64'], target: 'bpfel', triplets: [] },
  vmlinuxDirectory: '/cache/v',
  systemDirectories: ['/usr/include/x86_64-linux-gnu'],
  additionalFlags: ['-DX'],
  ownHeaders: '/tsecc/include',
};

t.test('the flags of a compile', async (t) => {
  const args = clangArgs(target);
  t.match(args.join(' '), /^-g .* -O2 -target bpf -D__TARGET_ARCH_x86 /);
  t.ok(args.includes('-ffile-prefix-map=sub/='), 'no directory of this machine gets into the object');
  t.ok(args.indexOf('-Isub') < args.indexOf('-I/cache/v'), 'a vmlinux.h beside the source goes before ours');
  t.same(args.slice(args.indexOf('-idirafter')), [
    '-idirafter',
    '/usr/include/x86_64-linux-gnu',
    '-DX',
    '-I/tsecc/include',
    '-c',
    'sub/a.bpf.c',
    '-o',
    '-',
  ]);
});

t.test(
  'a source in the working directory needs no mapping, a machine without a row no definition',
  async (t) => {
    const args = clangArgs({ ...target, source: 'a.bpf.c', sourceDirectory: '.', architecture: undefined });
    t.notMatch(args.join(' '), /prefix-map|TARGET_ARCH/);
  },
);

t.test('the precompiled header is included when there is one', async (t) => {
  const args = clangArgs({ ...target, precompiledHeader: '/cache/v/x.pch' });
  t.equal(args[args.indexOf('-include-pch') + 1], '/cache/v/x.pch');
  t.notOk(clangArgs(target).includes('-include-pch'));
});

t.test('what decides the meaning of code is the same for header and source', async (t) => {
  const flags = languageFlags(target);
  t.same(clangArgs(target).slice(0, flags.length), flags);
});

t.test('a source with something appended comes through standard input, under its own name', async (t) => {
  const args = clangArgs({ ...target, appended: 'int x;' });
  t.ok(args.includes('-ffile-prefix-map=/dev/stdin=a.bpf.c'));
  t.ok(args.indexOf('-iquote') < args.indexOf('-DX'), 'quoted headers beside the source come first');
  t.equal(args[args.indexOf('-iquote') + 1], 'sub');
  t.same(args.slice(-6), ['-c', '-x', 'c', '/dev/stdin', '-o', '-']);
  t.notOk(clangArgs(target).includes('/dev/stdin'));
});

t.test('another byte order and a fixed date are told to clang', async (t) => {
  const args = clangArgs({ ...target, bpfTarget: 'bpfeb', dateFlags: ['-D__TIME__="x"'] });
  t.equal(args[args.indexOf('-target') + 1], 'bpfeb');
  t.ok(args.indexOf('-D__TIME__="x"') < args.indexOf('-DX'), "the user's own flags come last");
});
