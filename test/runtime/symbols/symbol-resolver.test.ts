import t from 'tap';
import { symbolResolver } from '../../../runtime/symbols/symbol-resolver.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

t.test('one kernel has one resolver, for its own addresses and those of its processes', async (t) => {
  const kernel = new FakeKernel({ files: { '/proc/kallsyms': 'ffffffff81000000 T vfs_read\n' } });
  const resolver = symbolResolver(kernel);
  t.equal(symbolResolver(kernel), resolver);
  t.not(symbolResolver(new FakeKernel()), resolver);
  t.equal(resolver.kernel(0xffff_ffff_8100_0001n), 'vfs_read+0x1');
  t.equal(resolver.user(0x1000n, 7), undefined);
});
