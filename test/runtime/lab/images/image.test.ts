import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { tryLock } from '../../../../runtime/kernel/lock.js';
import {
  allImages,
  findImage,
  newBuildDirectory,
  publishImage,
  removeImages,
  removeUnfinished,
} from '../../../../runtime/lab/images/image.js';
import { namesIn } from '../../../fixtures/lab/fake-lab.js';

function publish(images: string, key: string, kernel = '/k/vmlinuz'): void {
  const build = newBuildDirectory(images, key);
  writeFileSync(join(build, 'memory'), 'memory');
  writeFileSync(join(build, 'state'), 'state');
  publishImage(
    images,
    key,
    build,
    { id: key, kernelRelease: '6.1.0', kernel, threads: 'single' },
    Buffer.from('btf'),
  );
}

t.test('an image is found once it is published, whole and under its key', async (t) => {
  const images = t.testdir();
  t.equal(findImage(images, 'a'), undefined);
  publish(images, 'a');
  const image = findImage(images, 'a');
  t.equal(image?.description.kernelRelease, '6.1.0');
  t.equal(readFileSync(image?.btf ?? '', 'utf8'), 'btf');
  t.same(namesIn(images), ['a']);
});

t.test('an image with a file that is cut, gone or garbled is not there', async (t) => {
  for (const file of ['memory', 'state', 'vmlinux.btf', 'image.json']) {
    const images = t.testdir();
    publish(images, 'a');
    truncateSync(join(images, 'a', file), 2);
    t.equal(findImage(images, 'a'), undefined, file);
    writeFileSync(join(images, 'a', 'image.json'), '{"id":1}');
    t.equal(findImage(images, 'a'), undefined);
  }
});

t.test('publishing again replaces', async (t) => {
  const images = t.testdir();
  publish(images, 'a', '/old');
  publish(images, 'a', '/new');
  t.equal(findImage(images, 'a')?.description.kernel, '/new');
});

t.test('images that a lab runs from are not removed', async (t) => {
  const images = t.testdir();
  publish(images, 'a');
  publish(images, 'b');
  publish(images, 'c', '/other');
  const lock = tryLock(join(images, 'a'), 'shared');
  t.equal(
    removeImages(images, ({ description }) => description.kernel === '/k/vmlinuz'),
    1,
  );
  lock?.[Symbol.dispose]();
  t.same(
    allImages(images).map(({ description }) => description.id),
    ['a', 'c'],
  );
});

t.test('builds that nobody finished are removed, images are not', async (t) => {
  const images = t.testdir();
  publish(images, 'a');
  mkdirSync(join(images, '.building-dead'));
  removeUnfinished(images);
  t.same(namesIn(images), ['a']);
});
