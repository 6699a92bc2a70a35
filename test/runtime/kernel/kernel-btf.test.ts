import t from 'tap';
import { readKernelBtf } from '../../../runtime/kernel/kernel-btf.js';
import { SystemCallError } from '../../../runtime/kernel/libc.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import { buildBtf, rawInt } from '../../fixtures/objects/build-btf.js';

t.test('the BTF of the kernel is read whole, in pieces as they come', async (t) => {
  const kernel = new FakeKernel({ files: { '/sys/kernel/btf/vmlinux': '' } });
  const bytes = buildBtf([rawInt]);
  const pieces = [bytes.subarray(0, 10), bytes.subarray(10)];
  const reading = Object.assign(kernel, {
    read: (_fd: number, into: Uint8Array) => {
      const piece = pieces.shift();
      if (piece) into.set(piece);
      return piece?.length ?? 0;
    },
  });
  t.match(readKernelBtf(reading).types[1], { kind: 'int', name: 'int' });
  t.same(kernel.openDescriptors, []);
});

t.test('a kernel without it says so by its errno', async (t) => {
  t.throws(() => readKernelBtf(new FakeKernel()), SystemCallError);
});
