import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { writeInitramfs } from '../../../../runtime/lab/image/write-initramfs.js';
import { productRoot } from '../../../../runtime/lab/paths.js';
import { findTool } from '../../../../runtime/lab/tools.js';

const parts = () => ({
  node: process.execPath,
  busybox: findTool('busybox', process.env),
  bpftool: findTool('bpftool', process.env),
  product: productRoot(),
  modules: [],
});

t.test('an initramfs is as long as what is in it', async (t) => {
  const path = join(t.testdir(), 'initramfs');
  await writeInitramfs(path, parts());
  t.ok(statSync(path).size > statSync(process.execPath).size);
  const head = Buffer.alloc(6);
  const fd = openSync(path, 'r');
  readSync(fd, head);
  closeSync(fd);
  t.equal(head.toString(), '070701');
});

t.test('it stops when it is told to', async (t) => {
  const stop = AbortSignal.abort();
  await t.rejects(writeInitramfs(join(t.testdir(), 'initramfs'), parts(), stop), { name: 'AbortError' });
});
