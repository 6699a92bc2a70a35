import { existsSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import t from 'tap';
import {
  discard,
  makeInBackground,
  precompiledHeaderFor,
  startsWithVmlinux,
} from '../../../compiler/clang/precompiled-header.js';
import type { ClangTarget } from '../../../compiler/clang/clang-args.js';
import { fakeProgram } from '../../fixtures/sources/fake-program.js';

const include = '#include "vmlinux.h"\n';
const target = (vmlinuxDirectory: string | undefined, additionalFlags: string[] = []): ClangTarget => ({
  source: 'a.bpf.c',
  sourceDirectory: '.',
  architecture: undefined,
  vmlinuxDirectory,
  systemDirectories: [],
  additionalFlags,
});

t.test('only comments may stand before the include', async (t) => {
  t.ok(startsWithVmlinux(include));
  t.ok(startsWithVmlinux('// SPDX\n/* a * b **/\n\n# include <vmlinux.h>\n'));
  t.notOk(startsWithVmlinux(`#define BPF_NO_PRESERVE_ACCESS_INDEX\n${include}`));
  t.notOk(startsWithVmlinux(`/* ${include} */ int x;`));
  t.notOk(startsWithVmlinux('#include <linux/bpf.h>\n'));
  t.notOk(startsWithVmlinux('/*'.repeat(30_000)), 'and a hostile comment takes no time');
});

t.test('it is used only where it cannot change what a source means', async (t) => {
  const dir = t.testdir({ 'vmlinux.h': '' });
  const clang = fakeProgram(`${dir}/clang`, 'true');
  t.match(precompiledHeaderFor(clang, target(dir), include)?.path, new RegExp(`^${dir}/[0-9a-f]{32}\\.pch$`));
  t.equal(precompiledHeaderFor(clang, target(dir, ['-DX']), include), undefined);
  t.equal(precompiledHeaderFor(clang, target(undefined), include), undefined);
  t.equal(precompiledHeaderFor(clang, target(dir), 'int x;'), undefined);
});

t.test('another clang has another one', async (t) => {
  const dir = t.testdir({});
  const clang = fakeProgram(`${dir}/clang`, 'true');
  const before = precompiledHeaderFor(clang, target(dir), include)?.path;
  utimesSync(clang, 1, 1);
  t.not(precompiledHeaderFor(clang, target(dir), include)?.path, before);
});

t.test('it is made once, in the background, by one process', async (t) => {
  const dir = t.testdir({ cache: {} });
  const clang = fakeProgram(
    `${dir}/clang`,
    `for last; do :; done; echo x >> "$last"; echo "$@" >> ${dir}/calls`,
  );
  const header = precompiledHeaderFor(clang, target(`${dir}/cache`), include);
  if (!header) throw new Error('a header was expected');
  writeFileSync(`${dir}/cache/dead.tmp`, '');
  utimesSync(`${dir}/cache/dead.tmp`, 1, 1);
  makeInBackground(header);
  makeInBackground(header);
  for (let wait = 0; !existsSync(`${dir}/calls`) && wait < 100; wait++) await setTimeout(20);
  t.ok(existsSync(header.path));
  t.notOk(existsSync(`${dir}/cache/dead.tmp`), 'what a killed one left is swept');
  discard(header);
  t.same(readdirSync(`${dir}/cache`), []);
});
