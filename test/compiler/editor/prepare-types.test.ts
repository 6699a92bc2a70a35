import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { prepareTypes } from '../../../compiler/editor/prepare-types.js';

const guarded = (body: string) => `#ifndef __VMLINUX_H__\n#define __VMLINUX_H__\n${body}\n#endif\n`;

t.test('the types lie at a place that stays', async (t) => {
  const cache = t.testdir({ 'vmlinux.h': guarded('typedef int a;') });
  const [file, env] = [join(cache, 'vmlinux.h'), { XDG_CACHE_HOME: cache }];
  const { directory, failure } = await prepareTypes({ env, file });
  t.equal(failure, undefined);
  t.match(directory, /\/tsecc\/editor\/[0-9a-f]{32}$/);
  const header = join(directory, 'vmlinux.h');
  t.equal(readFileSync(header, 'utf8'), guarded('typedef int a;'));

  const before = statSync(header).ino;
  await prepareTypes({ env, file });
  t.equal(statSync(header).ino, before, 'what has not changed is not written');

  writeFileSync(file, guarded('typedef int b;'));
  t.same((await prepareTypes({ env, file })).directory, directory);
  t.equal(readFileSync(header, 'utf8'), guarded('typedef int b;'));
  t.same(readdirSync(directory), ['vmlinux.h']);
});

t.test('where they cannot be made, the reason is given', async (t) => {
  const env = { XDG_CACHE_HOME: t.testdir({}) };
  const { directory, failure } = await prepareTypes({ env, file: '/nowhere/vmlinux.h' });
  t.match(failure, { code: 'usage' });
  t.ok(directory.startsWith(env.XDG_CACHE_HOME));
});

t.test('when the command is ended, that is no such reason', async (t) => {
  const env = { XDG_CACHE_HOME: t.testdir({}) };
  const signal = AbortSignal.abort();
  await t.rejects(prepareTypes({ env, file: '/nowhere/vmlinux.h', signal }), { name: 'AbortError' });
});
