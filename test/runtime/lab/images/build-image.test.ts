import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { buildImage } from '../../../../runtime/lab/images/build-image.js';
import { findImage } from '../../../../runtime/lab/images/image.js';
import { imageKey, type ImageRecipe } from '../../../../runtime/lab/images/image-key.js';
import { findPulled } from '../../../../runtime/lab/kernels/kernel.js';
import { architecture } from '../../../../runtime/lab/machine/architectures.js';
import { productRoot } from '../../../../runtime/lab/paths.js';
import { findTool } from '../../../../runtime/lab/tools.js';
import { fakeLab, namesIn, recordedProgress, type FakeMode } from '../../../fixtures/lab/fake-lab.js';

function prepare(directory: string, mode: FakeMode = 'healthy') {
  const { paths, env, qemu } = fakeLab(directory, mode);
  const kernel = findPulled(paths.kernels);
  if (!kernel) throw new Error('the fake kernel is there');
  const recipe: ImageRecipe = {
    kernel,
    qemu,
    accelerator: 'tcg',
    architecture: architecture(),
    node: process.execPath,
    busybox: findTool('busybox', env),
    bpftool: findTool('bpftool', env),
    product: productRoot(),
  };
  const progress = recordedProgress();
  return { recipe, progress, context: { images: paths.images, setpriv: undefined, progress } };
}

t.test('an image holds memory, state and BTF, and not what it was made from', async (t) => {
  const { recipe, progress, context } = prepare(t.testdir());
  await buildImage(recipe, context);
  const image = findImage(context.images, imageKey(recipe));
  t.equal(readFileSync(image?.btf ?? '', 'utf8'), 'raw BTF');
  t.same(namesIn(image?.directory ?? ''), ['image.json', 'memory', 'state', 'vmlinux.btf']);
  t.equal(progress.lines.length, 3);
  t.equal(image?.description.threads, 'multi', 'its QEMU says that it is 8.1');
});

t.test('a build that fails leaves nothing', async (t) => {
  for (const mode of ['dies', 'stops', 'migration-fails'] as const) {
    const { recipe, context } = prepare(t.testdir(), mode);
    await t.rejects(buildImage(recipe, context), { code: 'tool-missing' }, mode);
    t.same(namesIn(context.images), [], mode);
  }
});

const deaths = {
  'dies-once': 'run lab: [    1.0] Kernel panic - not syncing: no init found',
  'resets-once': 'run lab: QEMU ended with status 0',
} as const;

t.test('a kernel that dies in emulation is booted again, and that is said', async (t) => {
  for (const mode of ['dies-once', 'resets-once'] as const) {
    const { recipe, progress, context } = prepare(t.testdir(), mode);
    await buildImage(recipe, context);
    t.ok(findImage(context.images, imageKey(recipe)));
    const notes = progress.lines.filter((line) => line.startsWith('note:'));
    t.same(notes, [`note: the guest's kernel died (${deaths[mode]}), booting it again`]);
  }
});

t.test('a kernel that always dies is given up', async (t) => {
  const { recipe, progress, context } = prepare(t.testdir(), 'dies');
  await t.rejects(buildImage(recipe, context), { message: /Kernel panic/ });
  t.equal(progress.lines.filter((line) => line.startsWith('boot Linux')).length, 3);
});

t.test('a build that is aborted leaves nothing', async (t) => {
  const { recipe, context } = prepare(t.testdir(), 'silent');
  const stop = new AbortController();
  setTimeout(() => stop.abort(new Error('enough')), 1500);
  await t.rejects(buildImage(recipe, { ...context, signal: stop.signal }));
  t.same(namesIn(context.images), []);
});

t.test('a full disk is one clear sentence', async (t) => {
  const { recipe, context } = prepare(t.testdir({ disk: {} }));
  const disk = join(recipe.kernel.image, '../../../../../../disk');
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', disk]).status === 0;
  if (!mounted) return t.comment('this user cannot mount a small disk');
  try {
    const images = join(disk, 'images');
    await t.rejects(buildImage(recipe, { ...context, images }), {
      code: 'tool-missing',
      message: /^build lab: the disk is full: an image takes \d+ MB$/,
      cure: /XDG_CACHE_HOME/,
    });
    t.same(namesIn(images), []);
  } finally {
    spawnSync('umount', [disk]);
  }
});

t.test('a cache directory that cannot be made is an error', async (t) => {
  const { recipe, context } = prepare(t.testdir());
  const images = join(recipe.kernel.image, 'images');
  await t.rejects(buildImage(recipe, { ...context, images }), { code: 'ENOTDIR' });
});
