import { execFileSync } from 'node:child_process';
import { mkdirSync, openSync, readFileSync, symlinkSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { kernelFiles } from '../../../runtime/kernel/files.js';

t.test('control files are written without being created or truncated', async (t) => {
  const directory = t.testdir({ control: 'abcdef' });
  kernelFiles.writeText(join(directory, 'control'), '12');
  t.equal(readFileSync(join(directory, 'control'), 'utf8'), '12cdef');
  t.throws(() => kernelFiles.writeText(join(directory, 'absent'), '1'), { code: 'ENOENT' });
});

t.test('a directory made is for its owner only', async (t) => {
  const path = join(t.testdir({}), 'made');
  kernelFiles.makeDirectory(path);
  t.same(kernelFiles.inspect(path), { isDirectory: true, owner: process.geteuid?.(), mode: 0o700 });
  kernelFiles.removeDirectory(path);
  t.notOk(kernelFiles.exists(path));
});

t.test('removing a tree follows no link out of it', async (t) => {
  const directory = t.testdir({ kept: { file: 'kept' }, tree: { below: { file: 'x' } } });
  symlinkSync(join(directory, 'kept'), join(directory, 'tree', 'link'));
  kernelFiles.removeTree(join(directory, 'tree'));
  kernelFiles.removeTree(join(directory, 'tree'));
  t.same(kernelFiles.list(directory), ['kept']);
  t.equal(kernelFiles.readText(join(directory, 'kept', 'file')), 'kept');
});

t.test('a link is made and read, and inspected without being followed', async (t) => {
  const directory = t.testdir({});
  kernelFiles.link('/proc/self/fd/4', join(directory, 'object'));
  t.equal(kernelFiles.readLink(join(directory, 'object')), '/proc/self/fd/4');
  t.notOk(kernelFiles.inspect(join(directory, 'object')).isDirectory);
});

t.test('only a file with the permission is executable', async (t) => {
  const directory = t.testdir({ plain: 'x' });
  mkdirSync(join(directory, 'folder'));
  writeFileSync(join(directory, 'tool'), '#!/bin/sh\n', { mode: 0o755 });
  t.ok(kernelFiles.isExecutable(join(directory, 'tool')));
  t.notOk(kernelFiles.isExecutable(join(directory, 'folder')));
  t.notOk(kernelFiles.isExecutable(join(directory, 'plain')));
  t.notOk(kernelFiles.isExecutable(join(directory, 'absent')));
});

t.test('reading a pipe gives what is there, then undefined instead of waiting', async (t) => {
  const path = join(t.testdir({}), 'pipe');
  execFileSync('mkfifo', [path]);
  const reader = kernelFiles.open(path);
  t.teardown(() => kernelFiles.close(reader));
  const writer = openSync(path, 'w');
  t.teardown(() => kernelFiles.close(writer));
  writeSync(writer, 'hello');
  const buffer = Buffer.alloc(16);
  t.equal(kernelFiles.read(reader, buffer), 5);
  t.equal(buffer.toString('utf8', 0, 5), 'hello');
  t.equal(kernelFiles.read(reader, buffer), undefined);
});

t.test('bytes are written whole', async (t) => {
  const directory = t.testdir({ file: '' });
  const fd = openSync(join(directory, 'file'), 'w');
  kernelFiles.write(fd, Buffer.alloc(100_000, 'x'));
  kernelFiles.close(fd);
  t.equal(readFileSync(join(directory, 'file')).length, 100_000);
});
