import { execFileSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { realKernel } from '../../../runtime/kernel/real-kernel.js';
import { watchClosed } from '../../../runtime/kernel/watch-closed.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

t.test('a pipe whose reader goes away is noticed though nothing is written', async (t) => {
  const path = join(t.testdir({}), 'pipe');
  execFileSync('mkfifo', [path]);
  const readEnd = openSync(path, 'r+');
  const writeEnd = openSync(path, 'w');
  await new Promise<void>((resolve, reject) => {
    // The watch does not keep a process alive: this timer does.
    const timer = setTimeout(() => reject(new Error('not noticed')), 300_000);
    const watch = watchClosed(realKernel(), writeEnd, () => {
      clearTimeout(timer);
      watch.close();
      watch.close();
      resolve();
    });
    closeSync(readEnd);
  });
  closeSync(writeEnd);
});

t.test('a regular file is not watched', async (t) => {
  const fd = openSync(join(t.testdir({ file: '' }), 'file'), 'r');
  const kernel = new FakeKernel();
  watchClosed(kernel, fd, () => {}).close();
  closeSync(fd);
  t.same(kernel.watched, []);
  t.same(kernel.log, []);
});
