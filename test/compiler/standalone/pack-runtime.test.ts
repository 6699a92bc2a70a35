import { execFileSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import t from 'tap';
import { packRuntime } from '../../../compiler/standalone/pack-runtime.js';
import type { RuntimeFiles } from '../../../compiler/standalone/runtime-files.js';

const runtime = (dir: string): RuntimeFiles => ({
  files: new Map([['libexec/node', `${dir}/node`]]),
  scripts: new Map([['bin/bpftool', '#!/bin/sh\n']]),
  nodeCommand: '',
  hasBpftool: true,
});

t.test('a runtime is packed once for the same files', async (t) => {
  const dir = t.testdir({ node: 'a program', out: {} });
  chmodSync(`${dir}/node`, 0o755);
  const env = { XDG_CACHE_HOME: `${dir}/cache` };
  let made = 0;
  const pack = async () => packRuntime(runtime(dir), env, () => made++);
  const bytes = await pack();
  t.same(await pack(), bytes);
  t.equal(made, 1);
  t.match(readdirSync(`${dir}/cache/tsecc/standalone`).join(), /^[0-9a-f]{32}\.tar\.gz$/);

  writeFileSync(`${dir}/runtime.tar.gz`, bytes);
  execFileSync('tar', ['-xzf', `${dir}/runtime.tar.gz`, '-C', `${dir}/out`]);
  t.equal(readFileSync(`${dir}/out/libexec/node`, 'utf8'), 'a program');
  t.doesNotThrow(() => execFileSync(`${dir}/out/bin/bpftool`), 'scripts may be run');

  writeFileSync(`${dir}/node`, 'another');
  t.notSame(await pack(), bytes);
  t.equal(made, 2);
});

t.test('without a cache it is packed each time, and nothing stays behind', async (t) => {
  const dir = t.testdir({ node: '', cache: 'a file' });
  const before = readdirSync(tmpdir()).filter((name) => name.startsWith('tsecc-runtime-'));
  let made = 0;
  for (const _ of [1, 2]) await packRuntime(runtime(dir), { XDG_CACHE_HOME: `${dir}/cache` }, () => made++);
  t.equal(made, 2);
  t.same(
    readdirSync(tmpdir()).filter((name) => name.startsWith('tsecc-runtime-')),
    before,
  );
});
