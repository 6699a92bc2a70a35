// Bundles on a kernel without types of its own: this host's, hidden from the command by a mount that nobody else sees.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { machine, release } from 'node:os';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { digestOf } from '../../runtime/registry/digest.js';
import { commands, runCommand, runProgram } from '../fixtures/commands.js';
import { startServer } from '../fixtures/http-server.js';
import { noRegistry, startRegistry } from '../fixtures/registry.js';
import { hostCannotTrace } from '../fixtures/kernel/native.js';
import { scratchDirectory } from '../fixtures/project.js';
import type { Finished } from '../fixtures/guest.js';

const types = '/sys/kernel/btf/vmlinux';
const skip = hostCannotTrace() || (existsSync(types) ? false : 'needs a kernel with BTF');

const relocated = `#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_core_read.h>
char LICENSE[] SEC("license") = "GPL";
SEC("tracepoint/syscalls/sys_enter_unlinkat")
int own(void *ctx)
{
	struct task_struct *task = (void *)bpf_get_current_task();
	int pid = BPF_CORE_READ(task, tgid);
	if (pid == bpf_get_current_pid_tgid() >> 32)
		bpf_printk("the same");
	return 0;
}
`;

/** Runs a package where the kernel's types are hidden. */
function runHidden(folder: string, ...args: readonly string[]): Promise<Finished> {
  return runHiddenBy([], folder, args);
}

/** The same, tsecli being started by another program. */
function runHiddenBy(starter: readonly string[], folder: string, args: readonly string[]): Promise<Finished> {
  const hide = 'mount -t tmpfs none /sys/kernel/btf && exec "$@"';
  const tsecli = [...starter, process.execPath, commands.tsecli, ...args];
  return runProgram('unshare', ['--mount', '--', 'sh', '-c', hide, 'sh', ...tsecli], { cwd: folder });
}

const workload = 'touch a; rm a';

/** Makes a bundle, `own.tar`, with the types of this kernel. */
async function makeBundle(t: Test): Promise<string> {
  const folder = scratchDirectory(t);
  const kernels = join(folder, 'archive/somewhere/1', machine());
  mkdirSync(kernels, { recursive: true });
  writeFileSync(join(kernels, `${release()}.btf`), readFileSync(types));
  writeFileSync(join(folder, 'own.bpf.c'), relocated);
  const made = await runCommand('tsecc', ['own.bpf.c', '-b', '--btfhub-archive', 'archive'], { cwd: folder });
  t.equal(made.code, 0, made.stderr);
  return folder;
}

/** That a run told what only a program with its types can. */
function demandTold(t: Test, { code, stdout, stderr }: Finished, name: string): void {
  t.equal(code, 0, `${name}: ${stderr}`);
  t.match(stdout, /the same/, name);
}

t.test('a program with relocations runs by the types of its bundle', { skip }, async (t) => {
  const folder = await makeBundle(t);
  const argv = ['--exec', workload, 'own.tar'];
  demandTold(t, await runHidden(folder, ...argv), 'without types');
  demandTold(t, await runCommand('tsecli', argv, { cwd: folder }), 'on a kernel with types');
  const checked = await runHidden(folder, 'check', 'own.tar');
  t.match(checked.stdout, /^ok +own /, checked.stderr);
  const alone = await runHidden(folder, '--exec', workload, 'package.json');
  t.equal(alone.code, 4);
  t.match(alone.stderr, /^tsecli: load package: kernel .* describes no types/m);
});

t.test('a bundle runs from standard input and from an address', { skip }, async (t) => {
  const folder = await makeBundle(t);
  const tar = readFileSync(join(folder, 'own.tar'));
  const script = `cat own.tar | exec "$0" "$@"`;
  const piped = ['--exec', workload, '-'];
  demandTold(t, await runHiddenBy(['sh', '-c', script], folder, piped), 'standard input');
  const { url } = await startServer(t, ({ url: path }, response) => {
    if (path === '/own.tar') response.end(tar);
    else response.writeHead(404).end();
  });
  const address = `${url}/own.tar#${digestOf(tar)}`;
  demandTold(t, await runHidden(folder, '--exec', workload, address), 'an address');
});

t.test('a bundle goes through a registry with its types', { skip: skip || noRegistry }, async (t) => {
  const folder = await makeBundle(t);
  const { host } = await startRegistry(t);
  const pushed = await runCommand('tsecli', ['push', '-q', 'own.tar', `${host}/own:1`], { cwd: folder });
  t.equal(pushed.code, 0, pushed.stderr);
  const pinned = pushed.stdout.trim();
  demandTold(t, await runHidden(folder, '--exec', workload, pinned), 'by its digest');
  const checked = await runHidden(folder, 'check', pinned);
  t.match(checked.stdout, /^ok +own /, checked.stderr);

  const elsewhere = scratchDirectory(t);
  const pulled = await runCommand('tsecli', ['pull', `${host}/own:1`], { cwd: elsewhere });
  t.equal(pulled.code, 0, pulled.stderr);
  t.same(readdirSync(elsewhere), ['own.tar']);
  t.ok(readFileSync(join(elsewhere, 'own.tar')).equals(readFileSync(join(folder, 'own.tar'))), 'as it was');
});

t.test('a program without relocations needs no types at all', { skip }, async (t) => {
  const folder = scratchDirectory(t);
  writeFileSync(
    join(folder, 'plain.bpf.c'),
    relocated.replace('BPF_CORE_READ(task, tgid)', 'task ? bpf_get_current_pid_tgid() >> 32 : 0'),
  );
  const made = await runCommand('tsecc', ['plain.bpf.c'], { cwd: folder });
  t.equal(made.code, 0, made.stderr);
  const { code, stdout, stderr } = await runHidden(folder, '--exec', workload, 'package.json');
  t.equal(code, 0, stderr);
  t.match(stdout, /the same/);
});
