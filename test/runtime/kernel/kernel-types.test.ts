import t from 'tap';
import { readKernelTypes } from '../../../runtime/kernel/kernel-types.js';
import { indexBtfNames } from '../../../core/btf/index-names.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import { buildBtf, rawInt } from '../../fixtures/objects/build-btf.js';

const func = (name: string) => ({ kind: 'func', name, size: 1 }) as const;
const own = buildBtf([rawInt, func('vfs_read'), { kind: 'typedef', name: 'btf_trace_sched', size: 1 }]);
const stringsFrom = indexBtfNames(own).stringsSize;
const module = buildBtf([func('ext4_read'), { kind: 'typedef', name: 'btf_trace_ext4', size: 1 }], {
  stringsFrom,
});

function kernelWith(files: Readonly<Record<string, Uint8Array>>): FakeKernel {
  const kernel = new FakeKernel();
  for (const [name, bytes] of Object.entries(files)) {
    kernel.addFile(`/sys/kernel/btf/${name}`, '');
    kernel.binaries.set(`/sys/kernel/btf/${name}`, bytes);
  }
  return kernel;
}

t.test('functions are those of the kernel, then of its modules, or of one module', async (t) => {
  const types = readKernelTypes(kernelWith({ vmlinux: own, ext4: module }));
  t.ok(types?.hasFunction('vfs_read'));
  t.ok(types?.hasFunction('ext4_read'));
  t.ok(types?.hasFunction('ext4:ext4_read'));
  t.notOk(types?.hasFunction('xfs:ext4_read'), 'no such module');
  t.notOk(types?.hasFunction('ext4:vfs_read'));
  t.notOk(types?.hasFunction('nothing'));
  t.ok(types?.hasTypedef('btf_trace_sched'));
  t.ok(types?.hasTypedef('btf_trace_ext4'));
  t.ok(types?.hasName('int'));
  t.notOk(types?.hasName('ext4_read'), 'the modules are not asked for mere names');
});

t.test('a kernel without BTF, or with one that is none, has no types', async (t) => {
  t.equal(readKernelTypes(new FakeKernel()), undefined);
  t.equal(readKernelTypes(kernelWith({ vmlinux: new Uint8Array(64) })), undefined);
});

t.test(
  'what is of a form that is not known here counts as there; a broken module counts not at all',
  async (t) => {
    const newer = readKernelTypes(kernelWith({ vmlinux: buildBtf([{ kind: 31, name: 'new' }]) }));
    t.ok(newer?.hasFunction('new'));
    const types = readKernelTypes(kernelWith({ vmlinux: own, broken: new Uint8Array(64) }));
    t.notOk(types?.hasFunction('ext4_read'));
  },
);
