// 64 compiles at once with an empty cache, a quarter of them killed midway: the cache and all outputs are right.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import t from 'tap';
import { commands, runCommand } from '../fixtures/commands.js';
import { ownEnvironment, scratchDirectory } from '../fixtures/project.js';
import { fakeProgram } from '../fixtures/sources/fake-program.js';
import { until } from '../fixtures/until.js';

const sources = 8;
const compiles = 64;

// Large enough for a moment in which half of it is written, small enough for many compiles.
const header = `#ifndef __VMLINUX_H__
#define __VMLINUX_H__
typedef unsigned char __u8; typedef unsigned short __u16; typedef unsigned int __u32; typedef unsigned long long __u64;
typedef signed char __s8; typedef short __s16; typedef int __s32; typedef long long __s64;
typedef __u16 __be16; typedef __u32 __be32; typedef __u32 __wsum;
enum { BPF_ANY = 0 };
enum bpf_map_type { BPF_MAP_TYPE_HASH = 1 };
${Array.from({ length: 2000 }, (_, index) => `struct s${index} { int a; struct s${index} *next; };`).join('\n')}
#endif
`;
const source = (index: number): string => `#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
char LICENSE[] SEC("license") = "GPL";
SEC("tracepoint/a/b") int f(struct s${index} *c) { return ${index}; }
`;

t.test('64 compiles at once, some killed, leave a right cache and right outputs', async (t) => {
  const directory = scratchDirectory(t);
  writeFileSync(join(directory, 'v1'), header.slice(0, header.length / 2));
  writeFileSync(join(directory, 'v2'), header.slice(header.length / 2));
  // A dump that can be caught halfway.
  const bpftool = fakeProgram(
    join(directory, 'bpftool'),
    `cat ${directory}/v1; sleep 0.3; cat ${directory}/v2`,
  );
  for (let index = 0; index < sources; index++)
    writeFileSync(join(directory, `s${index}.bpf.c`), source(index));
  const env = { ...ownEnvironment(), BPFTOOL: bpftool, XDG_CACHE_HOME: join(directory, 'cache') };
  const args = (index: number, out: string) => [`s${index % sources}.bpf.c`, '-o', out];
  const outputs = (out: string) =>
    readdirSync(join(directory, out)).map((name) => [
      name,
      readFileSync(join(directory, out, name)).toString('hex'),
    ]);

  const reference: unknown[] = [];
  for (let index = 0; index < sources; index++) {
    const out = `reference/${index}`;
    const alone = { ...env, XDG_CACHE_HOME: join(directory, `cache-${index}`) };
    t.match(await runCommand('tsecc', args(index, out), { cwd: directory, env: alone }), {
      code: 0,
      stderr: '',
    });
    reference.push(outputs(out));
  }

  const run = async (index: number): Promise<[string | null, number | null]> => {
    const out = `out/${index}`;
    mkdirSync(join(directory, out), { recursive: true });
    const child = spawn(process.execPath, [commands.tsecc, ...args(index, out)], {
      cwd: directory,
      env,
      stdio: 'ignore',
    });
    const ended = once(child, 'exit');
    if (index % 4 === 3)
      await Promise.race([sleep(Math.random() * 6000, undefined, { ref: false }), ended]).then(() =>
        child.kill('SIGKILL'),
      );
    const [code, signal]: [number | null, string | null] = (await ended) as [number | null, string | null];
    return [signal, code];
  };
  const ends = await Promise.all(Array.from({ length: compiles }, async (_, index) => run(index)));
  for (const [index, [signal, code]] of ends.entries()) {
    if (signal !== null) continue;
    t.equal(code, 0, `compile ${index}`);
    t.strictSame(outputs(`out/${index}`), reference[index % sources], `outputs ${index}`);
  }
  const killed = ends.filter(([signal]) => signal === 'SIGKILL').length;
  t.comment(`${killed} were killed`);
  t.ok(killed > 0);

  const entries = readdirSync(join(directory, 'cache/tsecc/vmlinux')).map((name) =>
    join(directory, 'cache/tsecc/vmlinux', name),
  );
  t.equal(entries.length, 1);
  const [entry = ''] = entries;
  t.equal(readFileSync(join(entry, 'vmlinux.h'), 'utf8'), header);
  // On a machine that is kept busy a second process may have begun to make it, too.
  await until(() => {
    const names = readdirSync(entry);
    return names.some((name) => name.endsWith('.pch')) && !names.some((name) => /\.pch-.*\.tmp$/.test(name));
  }, 'the precompiled header');

  // Two hours later.
  const old = new Date(Date.now() - 2 * 60 * 60 * 1000);
  for (const name of readdirSync(entry))
    if (/\.(tmp|making)$/.test(name)) utimesSync(join(entry, name), old, old);
  utimesSync(entry, old, old);
  for (let index = 0; index < sources; index++) {
    const { code, stderr } = await runCommand('tsecc', ['-v', ...args(index, `again/${index}`)], {
      cwd: directory,
      env,
    });
    t.equal(code, 0);
    t.match(stderr, / -include-pch /);
    t.strictSame(outputs(`again/${index}`), reference[index]);
  }
  t.match(
    readdirSync(entry).join(' '),
    /^([0-9a-f]{32}\.pch) \1\.sum vmlinux\.h vmlinux\.h\.sum$/,
    'nothing stays of the killed ones',
  );
});
