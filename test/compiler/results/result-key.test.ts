import t from 'tap';
import type { ClangOptions, Source } from '../../../compiler/clang/compile-source.js';
import type { FactOptions } from '../../../compiler/facts/read-facts.js';
import { ownBuild, resultKey as keyOf } from '../../../compiler/results/result-key.js';

const source: Source = { path: 'x.bpf.c', directory: '.', text: '' };
const tools = { clang: process.execPath, strip: '/bin/sh' };
// A file that was named, so that the test needs neither BTF nor bpftool.
const options: ClangOptions = { env: {}, tools, additionalFlags: [], vmlinux: 'package.json' };

const resultKey = (of: Source, asked: FactOptions, how: ClangOptions, build = 'build') =>
  keyOf(of, asked, how, build);

t.test('the same compile has the same key, another one another', async (t) => {
  const key = resultKey(source, {}, options);
  t.match(key, /^[0-9a-f]{32}$/);
  t.equal(resultKey(source, {}, { ...options }), key);
  const others = [
    resultKey({ ...source, path: 'y.bpf.c' }, {}, options),
    resultKey(source, { headerOnly: true }, options),
    resultKey(source, { header: { path: 'x.h', text: '' } }, options),
    resultKey(source, {}, { ...options, additionalFlags: ['-DX'] }),
    resultKey(source, {}, { ...options, vmlinux: 'tsconfig.json' }),
    resultKey(source, {}, { ...options, env: { SOURCE_DATE_EPOCH: '0' } }),
    resultKey(source, {}, { ...options, tools: { ...tools, strip: process.execPath } }),
    resultKey(source, {}, options, 'another build'),
    resultKey(source, {}, { ...options, tools: { ...tools, clang: '/bin/sh' } }),
  ];
  t.equal(new Set([key, ...others]).size, others.length + 1);
  t.notOk(others.includes(undefined));
});

t.test('flags that clang reads more files for have none', async (t) => {
  const keyWith = (...additionalFlags: string[]) => resultKey(source, {}, { ...options, additionalFlags });
  for (const flags of [
    ['-I', 'inc'],
    [
      '-Iinc',
      '-D',
      'X=1',
      '-UY',
      '-Wall',
      '-Wno-unused',
      '-O1',
      '-mcpu=v3',
      '-std=gnu11',
      '-fno-builtin',
      '-g',
    ],
  ])
    t.ok(keyWith(...flags), flags.join(' '));
  for (const flags of [
    ['-include', 'x.h'],
    ['-isystem', 'inc'],
    ['-iquote', 'inc'],
    ['@flags'],
    ['-Wp,-MD,x.d'],
    ['-Xclang', '-load'],
    ['-fplugin=x.so'],
    ['-fprofile-use=x'],
    ['--sysroot=/x'],
    ['x.c'],
  ])
    t.equal(keyWith(...flags), undefined, flags.join(' '));
});

t.test('variables that lead clang elsewhere have none, nor has a kernel that is not there', async (t) => {
  t.equal(resultKey(source, {}, { ...options, env: { CPATH: '/x' } }), undefined);
  t.ok(resultKey(source, {}, { ...options, env: { CPATH: '' } }));
  t.equal(resultKey(source, {}, { ...options, vmlinux: 'no such file' }), undefined);
});

t.test('run from its sources it keeps nothing: any of them may have changed', async (t) => {
  t.equal(ownBuild(), undefined);
  t.equal(keyOf(source, {}, options), undefined);
});
