import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import t from 'tap';
import type { Phrase } from '../../../core/message.js';
import { TseccError } from '../../../core/errors.js';
import { vmlinuxDirectory } from '../../../compiler/toolchain/vmlinux.js';
import { fakeProgram } from '../../fixtures/sources/fake-program.js';

const header = '#ifndef __VMLINUX_H__\n#define __VMLINUX_H__\n#endif\n';

t.test('the header is made once, then taken from the cache', async (t) => {
  const dir = t.testdir({ notes: 'id', btf: 'types' });
  fakeProgram(`${dir}/bpftool`, `echo "$@" >> ${dir}/calls; printf '${header.replaceAll('\n', '\\n')}'`);
  const options = {
    env: { PATH: dir, XDG_CACHE_HOME: `${dir}/cache` },
    kernel: { notes: `${dir}/notes`, btf: `${dir}/btf` },
  };
  const made = await Promise.all([1, 2, 3].map(async () => vmlinuxDirectory(options)));
  t.equal(new Set(made).size, 1, 'three at once agree');
  t.equal(readFileSync(`${made[0]}/vmlinux.h`, 'utf8'), header);
  t.same(readdirSync(made[0] ?? ''), ['vmlinux.h', 'vmlinux.h.sum'], 'no temporary file stays');

  rmSync(`${dir}/calls`);
  t.equal(await vmlinuxDirectory(options), made[0]);
  t.throws(() => readFileSync(`${dir}/calls`), 'bpftool is not called again');
});

t.test('a bpftool that fails leaves nothing in the cache and says why', async (t) => {
  const dir = t.testdir({ notes: 'id', btf: 'types' });
  fakeProgram(`${dir}/bpftool`, `printf '#ifndef __VM'; echo "Error: failed to load BTF" >&2; exit 1`);
  const options = {
    env: { PATH: dir, XDG_CACHE_HOME: `${dir}/cache` },
    kernel: { notes: `${dir}/notes`, btf: `${dir}/btf` },
  };
  await t.rejects(vmlinuxDirectory(options), {
    code: 'tool-missing',
    message: `make vmlinux.h: bpftool cannot dump the types of '${dir}/btf': Error: failed to load BTF`,
  });
  t.same(
    readdirSync(`${dir}/cache`, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()),
    [],
  );
});

t.test('a header that is named is used, whatever it is called', async (t) => {
  const dir = t.testdir({ 'my-kernel.h': header });
  const made = await vmlinuxDirectory({
    env: { XDG_CACHE_HOME: `${dir}/cache` },
    file: `${dir}/my-kernel.h`,
  });
  t.equal(readFileSync(`${made}/vmlinux.h`, 'utf8'), header);
});

t.test('a named file that is absent is a usage error', async (t) => {
  await t.rejects(vmlinuxDirectory({ env: {}, file: '/nowhere/vmlinux.h' }), {
    code: 'usage',
    message: "read '/nowhere/vmlinux.h' for vmlinux.h: it cannot be read",
  });
});

t.test('a cache that may not be written to is said in one sentence', async (t) => {
  const dir = t.testdir({ cache: 'a file', 'v.h': header });
  await t.rejects(vmlinuxDirectory({ env: { XDG_CACHE_HOME: `${dir}/cache` }, file: `${dir}/v.h` }), {
    message: /^keep vmlinux\.h in '.*': /,
    cure: 'set XDG_CACHE_HOME to a directory that you may write to, with some megabytes free',
  });
});

t.test("a host without BTF takes a lab kernel's, once", async (t) => {
  const dir = t.testdir({});
  fakeProgram(`${dir}/bpftool`, `echo '#ifndef __VMLINUX_H__'; cat "$4"; echo '#endif'`);
  const progress: string[] = [];
  const options = {
    env: { PATH: `${dir}:/bin:/usr/bin`, XDG_CACHE_HOME: `${dir}/cache` },
    kernel: { notes: '/nowhere/notes', btf: '/nowhere/btf' },
    onProgress: (text: Phrase) => progress.push(String(text)),
    readLab: async ({ onStderr }: { readonly onStderr?: (text: string) => void }) => {
      onStderr?.('booting\n');
      return Buffer.from('// types of the lab\n');
    },
  };
  const made = await vmlinuxDirectory(options);
  t.equal(await vmlinuxDirectory(options), made);
  t.equal(readFileSync(`${made}/vmlinux.h`, 'utf8'), '#ifndef __VMLINUX_H__\n// types of the lab\n#endif\n');
  t.same(progress, ['booting\n'], 'the lab was asked once');
});

t.test('a host without BTF and without a lab is told what to do', async (t) => {
  const options = {
    env: { XDG_CACHE_HOME: t.testdir({}) },
    kernel: { notes: '/nowhere/notes', btf: '/nowhere/btf' },
    readLab: async () => {
      throw new TseccError('tool-missing', 'start the lab: qemu-system-x86_64 is not installed');
    },
  };
  await t.rejects(vmlinuxDirectory(options), {
    code: 'tool-missing',
    exitCode: 9,
    message: /this kernel has no BTF .*: start the lab: qemu-system-x86_64 is not installed$/,
    cure: /--vmlinux FILE/,
  });
});

t.test('an interrupt while the header is made leaves no file', async (t) => {
  const dir = t.testdir({ notes: 'id', btf: 'types' });
  fakeProgram(`${dir}/bpftool`, `echo half; touch ${dir}/started; exec sleep 30`);
  const stop = new AbortController();
  const watch = setInterval(() => existsSync(`${dir}/started`) && stop.abort(), 10);
  t.teardown(() => clearInterval(watch));
  const making = vmlinuxDirectory({
    env: { PATH: `${dir}:/bin:/usr/bin`, XDG_CACHE_HOME: `${dir}/cache` },
    kernel: { notes: `${dir}/notes`, btf: `${dir}/btf` },
    signal: stop.signal,
  });
  await t.rejects(making, { name: 'AbortError' });
  const left = readdirSync(`${dir}/cache`, { recursive: true, withFileTypes: true });
  t.same(
    left.filter((entry) => entry.isFile()),
    [],
  );
});
