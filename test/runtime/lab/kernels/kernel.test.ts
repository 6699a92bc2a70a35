import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import {
  findPulled,
  kernelAtPath,
  pulledKernels,
  storePulled,
} from '../../../../runtime/lab/kernels/kernel.js';
import { fakePulledKernel } from '../../../fixtures/lab/fake-lab.js';

const module = Buffer.from('\0depends=\0');

t.test('a kernel that was stored is found by its version, newest first', async (t) => {
  const directory = t.testdir({
    kernels: {},
    unpacked: { boot: { vmlinuz: 'image' }, modules: { kernel: { 'veth.ko': module, 'dummy.ko': module } } },
  });
  const kernels = join(directory, 'kernels');
  const unpacked = {
    image: join(directory, 'unpacked/boot/vmlinuz'),
    modules: join(directory, 'unpacked/modules'),
  };
  await storePulled(join(kernels, '6.12'), { ...unpacked, release: '6.12.7-cloud' }, 'busybox');
  fakePulledKernel(kernels, '6.1.0-3');
  t.same(
    pulledKernels(kernels).map(({ label, release }) => [label, release]),
    [
      ['6.12', '6.12.7-cloud'],
      ['6.1', '6.1.0-3'],
    ],
  );
  t.equal(findPulled(kernels, '6.1')?.release, '6.1.0-3');
  t.equal(findPulled(kernels)?.release, '6.12.7-cloud');
  t.equal(findPulled(kernels, '5.10'), undefined);
  const modules = (await findPulled(kernels, '6.12')?.modules('busybox')) ?? [];
  t.same(
    modules.map(({ name }) => name),
    ['dummy', 'veth'],
  );
});

t.test('a kernel that is not whole is not there', async (t) => {
  const kernels = t.testdir();
  const directory = fakePulledKernel(kernels, '6.1.0-3');
  writeFileSync(join(directory, 'vmlinuz'), 'cut');
  t.same(pulledKernels(kernels), []);
  writeFileSync(join(directory, 'kernel.json'), '{"release": 7}');
  t.same(pulledKernels(kernels), []);
  t.same(pulledKernels(join(kernels, 'absent')), []);
});

t.test('an image at a path brings the modules that lie beside it', async (t) => {
  const image = Buffer.alloc(2048);
  image.write('HdrS', 0x202);
  image.writeUInt16LE(0x300, 0x20e);
  image.write('9.9.9-test (x)', 0x500);
  const directory = t.testdir({ boot: { vmlinuz: image } });
  const kernel = kernelAtPath(join(directory, 'boot/vmlinuz'));
  t.equal(kernel.release, '9.9.9-test');
  t.same(await kernel.modules('busybox'), [], 'none is fine');
  const modules = join(directory, 'lib/modules/9.9.9-test/kernel');
  mkdirSync(modules, { recursive: true });
  writeFileSync(join(modules, 'veth.ko'), module);
  t.same(
    (await kernel.modules('busybox')).map(({ name }) => name),
    ['veth'],
  );
});
