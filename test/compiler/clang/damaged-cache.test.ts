// A cache with damages, a bit at a time: what comes out of a compile is what came out of it before.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import t from 'tap';
import { runCommand } from '../../fixtures/commands.js';
import { ownEnvironment, scratchDirectory } from '../../fixtures/project.js';
import { fakeProgram } from '../../fixtures/sources/fake-program.js';

t.setTimeout(180_000);

// The bit that is turned over makes another type of it, and no error.
const header = `#ifndef __VMLINUX_H__
#define __VMLINUX_H__
typedef unsigned char __u8; typedef unsigned short __u16; typedef unsigned int __u32; typedef unsigned long long __u64;
typedef signed char __s8; typedef short __s16; typedef int __s32; typedef long long __s64;
typedef __u16 __be16; typedef __u32 __be32; typedef __u32 __wsum;
enum { BPF_ANY = 0 };
enum bpf_map_type { BPF_MAP_TYPE_HASH = 1 };
struct state { int a[2]; int known; };
#endif
`;
const source = `#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
char LICENSE[] SEC("license") = "GPL";
SEC("tracepoint/a/b") int f(struct state *state) { return state->known; }
`;

/** Turns one bit over of the byte where `text` begins. */
function damage(path: string, text: string): void {
  const bytes = readFileSync(path);
  const at = bytes.indexOf(text);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

t.test('a damaged cache changes nothing but how long it takes', async (t) => {
  const directory = scratchDirectory(t);
  writeFileSync(join(directory, 'header'), header);
  writeFileSync(join(directory, 's.bpf.c'), source);
  const bpftool = fakeProgram(join(directory, 'bpftool'), `cat ${directory}/header`);
  const cache = join(directory, 'cache/tsecc');
  const env = { ...ownEnvironment(), BPFTOOL: bpftool, XDG_CACHE_HOME: join(directory, 'cache') };
  const compile = async (...options: readonly string[]) => {
    const run = await runCommand('tsecc', [...options, 's.bpf.c'], { cwd: directory, env });
    t.equal(run.code, 0, run.stderr);
    return { ...run, object: readFileSync(join(directory, 's.bpf.o')).toString('hex') };
  };
  const forgetResults = () => rmSync(join(cache, 'results'), { recursive: true, force: true });
  const entry = () => join(cache, 'vmlinux', readdirSync(join(cache, 'vmlinux'))[0] ?? '');
  const precompiled = () => readdirSync(entry()).find((name) => name.endsWith('.pch'));
  const untilPrecompiled = async () => {
    while (precompiled() === undefined) await sleep(20);
  };

  const { object } = await compile();
  await untilPrecompiled();
  forgetResults();
  t.match((await compile('-v')).stderr, / -include-pch /);

  damage(join(entry(), precompiled() ?? ''), 'known');
  forgetResults();
  t.equal((await compile()).object, object, 'of a damaged precompiled header nothing is taken');

  await untilPrecompiled();
  for (const name of readdirSync(entry())) if (/\.pch/.test(name)) rmSync(join(entry(), name));
  damage(join(entry(), 'vmlinux.h'), '2]; int known');
  forgetResults();
  t.equal((await compile()).object, object, 'of a damaged vmlinux.h nothing is taken');
  t.equal(readFileSync(join(entry(), 'vmlinux.h'), 'utf8'), header, 'it is made again');

  const [result = ''] = readdirSync(join(cache, 'results'));
  damage(join(cache, 'results', result), '"object":"');
  t.equal((await compile()).object, object, 'a damaged result is none');

  rmSync(join(cache, 'vmlinux'), { recursive: true });
  writeFileSync(join(cache, 'vmlinux'), 'a file in the place of the cache');
  t.equal((await compile()).object, object, 'what was kept is enough');
  t.ok(existsSync(join(directory, 's.bpf.o')));
});
