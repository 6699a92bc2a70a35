import { existsSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import t from 'tap';
import {
  discard,
  makeInBackground,
  precompiledHeaderFor,
} from '../../../compiler/clang/precompiled-header.js';
import type { ClangTarget } from '../../../compiler/clang/clang-args.js';
import { fakeProgram } from '../../fixtures/sources/fake-program.js';
import { until } from '../../fixtures/until.js';

const include = '#include "vmlinux.h"\n';
const target = (vmlinuxDirectory: string | undefined, additionalFlags: string[] = []): ClangTarget => ({
  source: 'a.bpf.c',
  sourceDirectory: '.',
  architecture: undefined,
  vmlinuxDirectory,
  systemDirectories: [],
  additionalFlags,
  ownHeaders: '/tsecc/include',
});

t.test('it is used only where it cannot change what a source means', async (t) => {
  const dir = t.testdir({ 'vmlinux.h': '' });
  const clang = fakeProgram(`${dir}/clang`, 'true');
  t.match(precompiledHeaderFor(clang, target(dir), include)?.path, new RegExp(`^${dir}/[0-9a-f]{32}\\.pch$`));
  t.equal(precompiledHeaderFor(clang, target(dir, ['-O1']), include), undefined);
  t.equal(precompiledHeaderFor(clang, target(undefined), include), undefined);
  t.equal(precompiledHeaderFor(clang, target(dir), 'int x;'), undefined);
  const beside = { ...target(dir), sourceDirectory: dir };
  t.equal(precompiledHeaderFor(clang, beside, include), undefined, 'the source has a vmlinux.h of its own');
});

t.test('each set of macros has its own, directories share one', async (t) => {
  const dir = t.testdir({ clang: '' });
  const path = (flags: string[]) => precompiledHeaderFor(`${dir}/clang`, target(dir, flags), include)?.path;
  t.not(path(['-DX']), path([]));
  t.not(path(['-DX']), path(['-DY']));
  t.equal(path(['-Iinclude']), path([]));
  t.equal(path(['-D', 'X', '-Iinclude']), path(['-DX']));
});

t.test('another clang has another one', async (t) => {
  const dir = t.testdir({});
  const clang = fakeProgram(`${dir}/clang`, 'true');
  const before = precompiledHeaderFor(clang, target(dir), include)?.path;
  utimesSync(clang, 1, 1);
  t.not(precompiledHeaderFor(clang, target(dir), include)?.path, before);
});

t.test('it is made once, in the background, by one process', async (t) => {
  const dir = t.testdir({ cache: { entry: { 'vmlinux.h': '#ifndef V\n#define V\n#endif\n' } } });
  const clang = fakeProgram(
    `${dir}/clang`,
    `for last; do :; done; echo x >> "$last"; echo "$@" >> ${dir}/calls`,
  );
  const header = precompiledHeaderFor(clang, target(`${dir}/cache/entry`), include);
  if (!header) throw new Error('a header was expected');
  writeFileSync(`${dir}/cache/entry/dead.tmp`, '');
  utimesSync(`${dir}/cache/entry/dead.tmp`, 1, 1);
  makeInBackground(header);
  makeInBackground(header);
  await until(() => existsSync(`${dir}/calls`));
  t.ok(existsSync(header.path));
  t.notOk(existsSync(`${dir}/cache/entry/dead.tmp`), 'what a killed one left is swept');
  discard(header);
  t.same(readdirSync(`${dir}/cache/entry`), ['vmlinux.h']);
});

t.test('a header without a guard is not compiled in advance: it would come twice', async (t) => {
  const cases: [string, boolean][] = [
    ['struct task_struct { int pid; };\n', false],
    ['#ifndef A\n#define B\n', false],
    ['#ifndef __VMLINUX_H__\n#define __VMLINUX_H__\n', true],
    ['// from a distribution\n/* * */\n#pragma once\n', true],
  ];
  for (const [text, made] of cases) {
    const dir = t.testdir({ entry: { 'vmlinux.h': text }, clang: '' });
    const header = precompiledHeaderFor(`${dir}/clang`, target(`${dir}/entry`), include);
    if (!header) throw new Error('a header was expected');
    makeInBackground(header);
    t.equal(existsSync(`${header.path}.making`), made, text);
  }
});
