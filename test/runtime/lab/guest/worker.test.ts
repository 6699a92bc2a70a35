import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import t from 'tap';
import { productRoot } from '../../../../runtime/lab/paths.js';

function start() {
  const program = join(productRoot(), 'dist/bin/lab-worker.js');
  return fork(program, { stdio: ['pipe', 'pipe', 'pipe', 'ipc'] });
}

t.test('a worker says that it is ready, and is tsecli from its job on', async (t) => {
  const worker = start();
  t.same(await once(worker, 'message'), ['ready', undefined]);
  const ended = once(worker, 'exit');
  worker.send({ argv: ['--version'], env: {}, cwd: '/' });
  t.match(await text(worker.stdout ?? Readable.from([])), /^\d+\.\d+\.\d+\n$/);
  t.same(await ended, [0, null]);
});

t.test('its exit code and its errors are those of tsecli', async (t) => {
  const worker = start();
  const ended = once(worker, 'exit');
  worker.send({ argv: ['run', 'absent.json'], env: {}, cwd: t.testdir() });
  t.match(await text(worker.stderr ?? Readable.from([])), /absent\.json/);
  t.same(await ended, [7, null]);
});
