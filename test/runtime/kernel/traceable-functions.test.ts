import t from 'tap';
import { traceableFunctions } from '../../../runtime/kernel/traceable-functions.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

const tracefs = '/sys/kernel/tracing';

t.test('Linux 6.5 and newer tell the addresses themselves', async (t) => {
  const files = {
    [`${tracefs}/available_filter_functions_addrs`]:
      'ffffffff81000010 vfs_unlink\nffffffffc0000010 ext4_unlink [ext4]\n',
  };
  t.same(traceableFunctions(new FakeKernel({ files }), tracefs), [
    { name: 'vfs_unlink', address: 0xffffffff81000010n },
    { name: 'ext4_unlink', address: 0xffffffffc0000010n },
  ]);
});

t.test('before, they are those of the symbols, without names of several functions', async (t) => {
  const files = {
    [`${tracefs}/available_filter_functions`]: 'vfs_unlink\ntwice\next4_unlink [ext4]\nunknown\n',
    '/proc/kallsyms':
      'ffffffff81000010 T vfs_unlink\nffffffff81000020 t twice\nffffffff81000030 t twice\n' +
      'ffffffff81000040 d vfs_data\nffffffffc0000010 t ext4_unlink\t[ext4]\n',
  };
  t.same(traceableFunctions(new FakeKernel({ files }), tracefs), [
    { name: 'vfs_unlink', address: 0xffffffff81000010n },
    { name: 'ext4_unlink', address: 0xffffffffc0000010n },
  ]);
});

t.test('unreadable lists are an error', async (t) => {
  t.throws(() => traceableFunctions(new FakeKernel(), tracefs), { message: /errno 2$/ });
});
