import { resolve } from 'node:path';
import t from 'tap';
import { findBinary } from '../../../../runtime/attach/binary/find-binary.js';
import { libraryCache } from '../../../fixtures/binaries/library-cache.js';
import { FakeKernel } from '../../../fixtures/kernel/fake-kernel.js';

t.test('a path is taken as it is, a relative one from the working directory', async (t) => {
  const kernel = new FakeKernel({ files: { '/opt/tool': '', [resolve('here/tool')]: '' } });
  t.equal(findBinary(kernel, '/opt/tool'), '/opt/tool');
  t.equal(findBinary(kernel, './here/tool'), resolve('here/tool'));
  t.equal(findBinary(kernel, '/opt/nothing'), undefined);
});

t.test('a name is looked for in PATH, then where executables usually are', async (t) => {
  const kernel = new FakeKernel({
    files: { '/opt/bin/bash': '', '/usr/bin/bash': '', '/usr/sbin/sshd': '' },
  });
  t.equal(findBinary(kernel, 'bash', '/nowhere:relative:/opt/bin'), '/opt/bin/bash');
  t.equal(findBinary(kernel, 'bash', ''), '/usr/bin/bash');
  t.equal(findBinary(kernel, 'sshd', ''), '/usr/sbin/sshd');
  t.equal(findBinary(kernel, 'nothing', ''), undefined);
});

t.test("a library is found by the linker's cache, with its version or without", async (t) => {
  const kernel = new FakeKernel({ files: { '/lib/a/libc.so.6': '', '/lib/a/libcrypt.so.1': '' } });
  kernel.binaries.set(
    '/etc/ld.so.cache',
    libraryCache([
      { name: 'libcrypt.so.1', path: '/lib/a/libcrypt.so.1' },
      { name: 'libc.so.6', path: '/lib/gone/libc.so.6' },
      { name: 'libc.so.6', path: '/lib/a/libc.so.6' },
    ]),
  );
  t.equal(findBinary(kernel, 'libc.so.6', ''), '/lib/a/libc.so.6');
  t.equal(findBinary(kernel, 'libc', ''), '/lib/a/libc.so.6');
  t.equal(findBinary(kernel, 'libcrypt', ''), '/lib/a/libcrypt.so.1');
  t.equal(findBinary(kernel, 'libc.so', ''), undefined, 'a whole name is another one');
});

t.test('without a cache the directories are looked through, those of an architecture too', async (t) => {
  const kernel = new FakeKernel({
    files: { '/lib/x86_64-linux-gnu/libc.so.6': '', '/usr/lib/libmusl.so': '' },
  });
  t.equal(findBinary(kernel, 'libc', ''), '/lib/x86_64-linux-gnu/libc.so.6');
  t.equal(findBinary(kernel, 'libmusl', ''), '/usr/lib/libmusl.so');
});
