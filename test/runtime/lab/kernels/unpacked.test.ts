import { join } from 'node:path';
import t from 'tap';
import { unpackedKernel } from '../../../../runtime/lab/kernels/unpacked.js';

t.test("Debian's layout: the image in boot, modules in lib", async (t) => {
  const root = t.testdir({ boot: { 'config-6.1': '', 'vmlinuz-6.1': '' }, lib: { modules: { '6.1': {} } } });
  t.same(unpackedKernel(root), {
    release: '6.1',
    image: join(root, 'boot/vmlinuz-6.1'),
    modules: join(root, 'lib/modules/6.1'),
  });
});

t.test("Fedora's, Arch's and Debian sid's layout: the image among the modules, in usr", async (t) => {
  const root = t.testdir({ usr: { lib: { modules: { '7.2': { vmlinuz: '' } } } } });
  t.equal(unpackedKernel(root).image, join(root, 'usr/lib/modules/7.2/vmlinuz'));
});

t.test("Alpine's layout: an image whose name has no release", async (t) => {
  const root = t.testdir({
    boot: { 'System.map': '', 'vmlinuz-virt': '' },
    lib: { modules: { '6.6.1-0-virt': {} } },
  });
  t.equal(unpackedKernel(root).image, join(root, 'boot/vmlinuz-virt'));
});

t.test('a package without a kernel says so', async (t) => {
  t.throws(() => unpackedKernel(t.testdir({ boot: {} })), { code: 'tool-missing' });
});
