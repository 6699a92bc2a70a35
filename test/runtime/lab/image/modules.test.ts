import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import t from 'tap';
import { collectModules, dependenciesOf } from '../../../../runtime/lab/image/modules.js';

const module = (...needed: string[]) =>
  Buffer.from(`\x7fELF name=x\0depends=${needed.join(',')}\0retpoline=Y\0`);

function moduleTree(directory: string, files: Readonly<Record<string, Uint8Array>>): string {
  for (const [path, bytes] of Object.entries(files)) {
    const file = join(directory, 'kernel', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  return directory;
}

t.test('dependencies are read from the module, with one spelling of their names', async (t) => {
  t.same(dependenciesOf(module('a', 'b-c')), ['a', 'b_c']);
  t.same(dependenciesOf(module()), []);
  t.same(dependenciesOf(Buffer.from('nothing')), []);
});

t.test('wanted modules come with what they need, needed ones first', async (t) => {
  const root = moduleTree(t.testdir(), {
    'drivers/virtio/virtio.ko': module('virtio_ring'),
    'drivers/virtio/virtio_ring.ko': module(),
    'drivers/virtio/virtio_pci.ko': module('virtio', 'virtio-ring'),
    'drivers/char/virtio_console.ko': module('virtio_ring'),
    'drivers/other.ko': module(),
  });
  const names = (await collectModules(root, 'busybox')).map(({ name }) => name);
  t.same(names, ['virtio_ring', 'virtio', 'virtio_pci', 'virtio_console']);
});

t.test('modules that need each other in a ring do not hang', async (t) => {
  const root = moduleTree(t.testdir(), { 'dummy.ko': module('veth'), 'veth.ko': module('dummy') });
  t.equal((await collectModules(root, 'busybox')).length, 2);
});

t.test('compressed modules are unpacked', async (t) => {
  const xz = execFileSync('xz', ['-c'], { input: module() });
  const root = moduleTree(t.testdir(), { 'dummy.ko.gz': gzipSync(module()), 'veth.ko.xz': xz });
  const modules = await collectModules(root, 'busybox');
  t.same(
    modules.map(({ bytes }) => Buffer.from(bytes).equals(module())),
    [true, true],
  );
});

t.test('one that cannot be unpacked is an error', async (t) => {
  const xz = execFileSync('xz', ['-c'], { input: module() });
  const root = moduleTree(t.testdir(), { 'veth.ko.xz': xz.subarray(0, 40) });
  await t.rejects(collectModules(root, 'busybox'), {
    code: 'tool-missing',
    message: /cannot unpack .*veth\.ko\.xz/,
  });
});

t.test('a kernel without modules has none', async (t) => {
  t.same(await collectModules(t.testdir(), 'busybox'), []);
});
