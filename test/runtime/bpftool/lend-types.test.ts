import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { lendTypes } from '../../../runtime/bpftool/lend-types.js';
import { realKernel } from '../../../runtime/kernel/real-kernel.js';
import { scratchDirectory } from '../../fixtures/project.js';

const skip = process.geteuid?.() === 0 ? false : 'needs root';

t.test('the bpftool sees the types, in the place of the kernel', { skip }, async (t) => {
  const folder = scratchDirectory(t);
  const before = existsSync('/sys/kernel/btf/vmlinux') && readFileSync('/sys/kernel/btf/vmlinux').length;
  const tool = join(folder, 'bpftool');
  writeFileSync(tool, '#!/bin/sh\necho "$@"\ncat /sys/kernel/btf/vmlinux /proc/self/fd/3\n', { mode: 0o755 });
  writeFileSync(join(folder, 'given'), 'inherited');
  const kernel = realKernel();
  const given = kernel.open(join(folder, 'given'));
  const said = await lendTypes(tool, kernel, Buffer.from('types, '))(['prog', "it's"], { inherit: [given] });
  kernel.close(given);
  t.equal(said, "prog it's\ntypes, inherited");
  t.equal(existsSync('/sys/kernel/btf/vmlinux') && readFileSync('/sys/kernel/btf/vmlinux').length, before);
});

t.test('what it says when it fails is told as ever', { skip }, async (t) => {
  const tool = join(scratchDirectory(t), 'bpftool');
  writeFileSync(tool, '#!/bin/sh\necho refused >&2\nexit 3\n', { mode: 0o755 });
  const run = lendTypes(tool, realKernel(), new Uint8Array(3))(['prog']);
  await t.rejects(run, { name: 'BpftoolError', exitCode: 3, stderr: 'refused\n' });
});
