import { join } from 'node:path';
import t from 'tap';
import { labPaths, productRoot } from '../../../runtime/lab/paths.js';

t.test('the cache is where the XDG specification says', async (t) => {
  t.equal(labPaths({ HOME: '/home/a' }).images, '/home/a/.cache/tsecc/lab/images');
  t.equal(labPaths({ HOME: '/home/a', XDG_CACHE_HOME: '/c' }).kernels, '/c/tsecc/lab/kernels');
  t.equal(
    labPaths({ HOME: '/home/a', XDG_CACHE_HOME: 'relative' }).kernels,
    '/home/a/.cache/tsecc/lab/kernels',
  );
  t.equal(
    labPaths({ HOME: '/home/a', XDG_CACHE_HOME: '' }).memory,
    '/home/a/.cache/tsecc/lab/accelerator.json',
  );
});

t.test('running labs are in the runtime directory where there is one', async (t) => {
  const directory = t.testdir();
  t.equal(labPaths({ HOME: '/h', XDG_RUNTIME_DIR: directory }).running, join(directory, 'tsecc/lab'));
  t.equal(labPaths({ HOME: '/h', XDG_RUNTIME_DIR: '/nowhere' }).running, '/h/.cache/tsecc/lab/running');
});

t.test('the product is found from any file of it, and from nowhere else', async (t) => {
  const root = t.testdir({
    'package.json': '{"name": "tsecc"}',
    dist: { bin: { chunks: { 'a.js': '' } } },
    other: { 'package.json': '{"name": "other"}', 'b.js': '' },
  });
  t.equal(productRoot(join(root, 'dist/bin/chunks/a.js')), root);
  t.equal(productRoot(join(root, 'other/b.js')), root, 'another package on the way is passed');
  t.throws(() => productRoot('/proc/self/x.js'), { code: 'tool-missing' });
});
