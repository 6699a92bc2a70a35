import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { tryLock } from '../../../../runtime/kernel/lock.js';
import { findImage, publishImage } from '../../../../runtime/lab/images/image.js';
import { resumeImage } from '../../../../runtime/lab/images/resume-image.js';
import { architecture } from '../../../../runtime/lab/machine/architectures.js';
import { fakeLab, type FakeMode } from '../../../fixtures/lab/fake-lab.js';

function prepare(directory: string, mode: FakeMode) {
  const { qemu, paths } = fakeLab(directory, mode);
  const build = join(paths.images, 'build');
  mkdirSync(build, { recursive: true });
  for (const file of ['memory', 'state']) writeFileSync(join(build, file), file);
  publishImage(
    paths.images,
    'key',
    build,
    { id: '1', kernelRelease: '6.1', kernel: '/k', threads: 'single' },
    Buffer.from('btf'),
  );
  const image = findImage(paths.images, 'key');
  if (!image) throw new Error('the image is there');
  const context = { qemu, architecture: architecture(), accelerator: 'tcg', setpriv: undefined } as const;
  return { image, context };
}

t.test('a resumed image runs, and nobody can remove it meanwhile', async (t) => {
  const { image, context } = prepare(t.testdir(), 'healthy');
  const resumed = await resumeImage(image, context);
  t.equal(resumed.kernelRelease, '6.1.0-1-fake');
  t.equal(tryLock(image.directory), undefined);
  const other = tryLock(image.directory, 'shared');
  t.ok(other, 'others may resume from it too');
  other?.[Symbol.dispose]();
  await resumed[Symbol.asyncDispose]();
  const free = tryLock(image.directory);
  t.ok(free, 'free again');
  free?.[Symbol.dispose]();
});

t.test('a broken image is an error that says why, and holds nothing', async (t) => {
  const reasons = {
    'resume-dies': /Kernel panic/,
    refuses: /bad \\x1b state/,
    stops: /QEMU stopped the guest/,
  };
  for (const [mode, message] of Object.entries(reasons)) {
    const { image, context } = prepare(t.testdir(), mode as FakeMode);
    await t.rejects(resumeImage(image, context), { code: 'tool-missing', message }, mode);
    const free = tryLock(image.directory);
    t.ok(free, `${mode}: nobody holds it`);
    free?.[Symbol.dispose]();
  }
});
