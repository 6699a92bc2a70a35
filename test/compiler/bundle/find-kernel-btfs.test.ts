import { symlinkSync } from 'node:fs';
import t from 'tap';
import { findKernelBtfs } from '../../../compiler/bundle/find-kernel-btfs.js';
import { architectureNamed } from '../../../compiler/toolchain/architecture.js';

const x86 = architectureNamed('x86');

t.test("the kernels of one machine are found in the archive's layout, sorted", async (t) => {
  const dir = t.testdir({
    'README.md': '',
    '.git': { objects: { x86_64: { '1.btf': '' } } },
    ubuntu: {
      '20.04': { x86_64: { '5.4.0-42-generic.btf.tar.xz': '', notes: '' }, arm64: { '5.4.0-1.btf': '' } },
    },
    centos: { '7': { x86_64: { '3.10.0-1.el7.x86_64.btf': '', '3.10.0-1.el7.x86_64.btf.tar.xz': '' } } },
  });
  t.same(findKernelBtfs(dir, x86), [
    {
      path: `${dir}/centos/7/x86_64/3.10.0-1.el7.x86_64.btf`,
      name: 'centos/7/x86_64/3.10.0-1.el7.x86_64.btf',
      packed: false,
    },
    {
      path: `${dir}/ubuntu/20.04/x86_64/5.4.0-42-generic.btf.tar.xz`,
      name: 'ubuntu/20.04/x86_64/5.4.0-42-generic.btf',
      packed: true,
    },
  ]);
  t.match(
    findKernelBtfs(dir, architectureNamed('arm64')),
    [{ name: 'ubuntu/20.04/aarch64/5.4.0-1.btf', path: `${dir}/ubuntu/20.04/arm64/5.4.0-1.btf` }],
    'named as uname names the machine, which is where readers look',
  );
});

t.test('links and strange names are not followed', async (t) => {
  const dir = t.testdir({
    'a b': { '1': { x86_64: { '1.btf': '' } } },
    a: { '1': { x86_64: { 'x y.btf': '' } } },
  });
  symlinkSync('/etc/passwd', `${dir}/a/1/x86_64/5.0.btf`);
  t.throws(() => findKernelBtfs(dir, x86));
});

t.test('a directory without kernels is a usage error that tells the layout', async (t) => {
  for (const path of [t.testdir({ a: '' }), '/nowhere', '/etc/passwd']) {
    t.throws(() => findKernelBtfs(path, x86), {
      code: 'usage',
      message: `read '${path}': it holds no types of kernels for x86_64`,
      cure: /<distribution>\/<version>\/x86_64\/<release>\.btf\.tar\.xz or \.btf$/,
    });
  }
});
