import { existsSync } from 'node:fs';
import t from 'tap';
import { kernelTypeRows } from '../../../compiler/doctor/types-of-kernel.js';

const look = async (wanted: string) =>
  await kernelTypeRows.find(({ id }) => id === wanted)?.look({ env: process.env });
const skip = !existsSync('/sys/kernel/btf/vmlinux') && 'needs a kernel with BTF';

t.test('the running kernel has types, and a header is made of them', { skip }, async (t) => {
  t.match(await look('btf'), { state: 'ok' });
  const found = await look('vmlinux');
  t.equal(found?.state, 'ok');
  t.ok(existsSync(String(found?.detail).split(', ')[1] ?? ''));
});

t.test('a kernel without is told what to name', { skip: !skip && 'this kernel has BTF' }, async (t) => {
  t.match(await look('btf'), { state: 'missing' });
  t.match(await look('vmlinux'), { state: 'unknown' });
});
