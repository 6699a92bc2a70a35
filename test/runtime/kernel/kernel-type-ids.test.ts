import t from 'tap';
import { readBtf } from '../../../core/btf/read-btf.js';
import { readElf } from '../../../core/elf/read-elf.js';
import { readKernelTypeIds } from '../../../runtime/kernel/kernel-type-ids.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import { objectBytes } from '../../fixtures/objects/load-object.js';

const bytes = readElf(objectBytes('choice')).sections.find(({ name }) => name === '.BTF')?.data ?? new Uint8Array();

t.test('ids are those of /sys/kernel/btf/vmlinux', async (t) => {
  const kernel = new FakeKernel();
  kernel.binaries.set('/sys/kernel/btf/vmlinux', bytes);
  const [func] = readBtf(bytes).types.filter(({ kind }) => kind === 'func');
  t.ok(func && 'name' in func);
  if (func && 'name' in func) t.equal(readKernelTypeIds(kernel)?.('func', func.name), func.id);
});

t.test('a kernel without BTF, or with one that is torn, has none', async (t) => {
  t.equal(readKernelTypeIds(new FakeKernel()), undefined);
  const torn = new FakeKernel();
  torn.binaries.set('/sys/kernel/btf/vmlinux', bytes.subarray(0, 10));
  t.equal(readKernelTypeIds(torn), undefined);
});
