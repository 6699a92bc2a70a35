import { appendFileSync, cpSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { bundleFiles } from '../../../../runtime/lab/image/bundle-files.js';
import { imageKey, type ImageRecipe } from '../../../../runtime/lab/images/image-key.js';
import { findPulled } from '../../../../runtime/lab/kernels/kernel.js';
import { architecture } from '../../../../runtime/lab/machine/architectures.js';
import { productRoot } from '../../../../runtime/lab/paths.js';
import { findTool } from '../../../../runtime/lab/tools.js';
import { cpuTimeOf } from '../../../fixtures/cpu-time.js';
import { fakeLab } from '../../../fixtures/lab/fake-lab.js';

function recipe(directory: string): ImageRecipe {
  const { paths, env, qemu } = fakeLab(directory);
  const kernel = findPulled(paths.kernels);
  if (!kernel) throw new Error('the fake kernel is there');
  return {
    kernel,
    qemu,
    accelerator: 'tcg',
    architecture: architecture(),
    node: process.execPath,
    busybox: findTool('busybox', env),
    bpftool: findTool('bpftool', env),
    product: productRoot(),
  };
}

t.test('the same parts give the same key, and it is a name of a directory', async (t) => {
  const parts = recipe(t.testdir());
  t.equal(imageKey(parts), imageKey({ ...parts }));
  t.match(imageKey(parts), /^[0-9a-f]{32}$/);
});

t.test('another part gives another key', async (t) => {
  const directory = t.testdir();
  const parts = recipe(directory);
  const key = imageKey(parts);
  t.not(imageKey({ ...parts, accelerator: 'kvm' }), key);
  t.not(imageKey({ ...parts, architecture: architecture('arm64') }), key);
  const file = join(directory, 'other');
  writeFileSync(file, 'x');
  for (const part of ['qemu', 'node', 'busybox', 'bpftool'] as const) {
    t.not(imageKey({ ...parts, [part]: file }), key, part);
  }
  utimesSync(parts.kernel.image, 1, 1);
  t.not(imageKey(parts), key, 'a kernel of another age');
});

t.test('our own programs count by what they are, not by what V8 made of them', async (t) => {
  const directory = t.testdir({ product: {} });
  const product = join(directory, 'product');
  cpSync(join(productRoot(), 'dist/bin'), join(product, 'dist/bin'), { recursive: true });
  symlinkSync(join(productRoot(), 'node_modules'), join(product, 'node_modules'));
  const parts = { ...recipe(directory), product };
  const key = imageKey(parts);
  const script = bundleFiles(product)
    .find((path) => path.endsWith('.js.cache'))
    ?.replace('.cache', '');
  if (script === undefined) throw new Error('the build writes caches');
  appendFileSync(join(product, `${script}.cache`), 'x');
  t.equal(imageKey(parts), key);
  appendFileSync(join(product, script), '//');
  t.not(imageKey(parts), key);
});

t.test('the key costs next to nothing', async (t) => {
  const parts = recipe(t.testdir());
  imageKey(parts);
  const each =
    cpuTimeOf(() => {
      for (let i = 0; i < 5; i++) imageKey(parts);
    }) / 5;
  t.ok(each < 50, `${each.toFixed(1)} ms`);
});
