import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import t from 'tap';
import { lockFile, tryLock } from '../../../runtime/kernel/lock.js';

t.test('one holds it, or many share it', async (t) => {
  const path = join(t.testdir(), 'lock');
  const one = tryLock(path);
  t.ok(one);
  t.equal(tryLock(path), undefined);
  t.equal(tryLock(path, 'shared'), undefined);
  one?.[Symbol.dispose]();
  one?.[Symbol.dispose]();
  const shared = [tryLock(path, 'shared'), tryLock(path, 'shared')];
  t.ok(shared.every(Boolean));
  t.equal(tryLock(path), undefined);
  for (const lock of shared) lock?.[Symbol.dispose]();
  t.ok(tryLock(path));
});

t.test('a directory can be locked too', async (t) => {
  const directory = t.testdir();
  using lock = tryLock(directory);
  t.ok(lock);
  t.equal(tryLock(directory), undefined);
});

t.test('who waits says so once and gets it when it is free', async (t) => {
  const path = join(t.testdir(), 'lock');
  const held = tryLock(path);
  let waits = 0;
  const waiting = lockFile(path, 'exclusive', { onWait: () => waits++ });
  await setTimeout(150);
  held?.[Symbol.dispose]();
  using _lock = await waiting;
  t.equal(waits, 1);
});

t.test('waiting ends with an abort', async (t) => {
  const path = join(t.testdir(), 'lock');
  using _held = tryLock(path);
  await t.rejects(lockFile(path, 'exclusive', { signal: AbortSignal.timeout(100) }), { name: 'AbortError' });
});

t.test('a killed process holds nothing', async (t) => {
  const path = join(t.testdir({ lock: '' }), 'lock');
  const child = spawn('flock', [path, 'sleep', '1000'], { detached: true, stdio: 'ignore' });
  let lock = tryLock(path);
  while (lock) {
    lock[Symbol.dispose]();
    await setTimeout(20);
    lock = tryLock(path);
  }
  process.kill(-(child.pid ?? 0), 'SIGKILL');
  await once(child, 'exit');
  t.ok(await lockFile(path));
});

t.test('what cannot be opened is an error', async (t) => {
  t.throws(() => tryLock('/nowhere/at/all'), { code: 'ENOENT' });
});
