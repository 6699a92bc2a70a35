import { execFileSync, spawn } from 'node:child_process';
import { closeSync, constants, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { kernelCalls } from '../../../runtime/kernel/calls.js';
import { errnoOf } from '../../../runtime/kernel/errno.js';

/** The flags of a descriptor of this process, from /proc; O_CLOEXEC is 0o2000000. */
function flagsOf(fd: number): number {
  const text = readFileSync(`/proc/self/fdinfo/${fd}`, 'utf8');
  return parseInt(/^flags:\s*([0-7]+)/m.exec(text)?.[1] ?? '0', 8);
}
const O_CLOEXEC = 0o2000000;

t.test('a memory file holds bytes, has its name, and is not inherited', async (t) => {
  const fd = kernelCalls.createMemoryFile('some_object');
  writeSync(fd, 'bytes');
  t.match(readFileSync(`/proc/self/fd/${fd}`, 'utf8'), 'bytes');
  t.ok(flagsOf(fd) & O_CLOEXEC);
  closeSync(fd);
});

t.test('a duplicate is another descriptor of the same file, not inherited', async (t) => {
  const fd = kernelCalls.createMemoryFile('x');
  const copy = kernelCalls.duplicate(fd);
  t.not(copy, fd);
  t.ok(flagsOf(copy) & O_CLOEXEC);
  closeSync(fd);
  closeSync(copy);
});

t.test('a lock excludes every other open of the directory until it is closed', async (t) => {
  const directory = t.testdir({});
  const one = openSync(directory, 'r');
  const two = openSync(directory, 'r');
  t.ok(kernelCalls.tryLock(one));
  t.notOk(kernelCalls.tryLock(two));
  closeSync(one);
  t.ok(kernelCalls.tryLock(two));
  closeSync(two);
  t.throws(() => kernelCalls.tryLock(-1), { message: 'flock: errno 9' });
});

t.test('a failing call tells its name and errno', async (t) => {
  const rejects = (run: () => unknown): number | undefined => {
    try {
      run();
      return 0;
    } catch (error) {
      return errnoOf(error);
    }
  };
  t.not(
    rejects(() => kernelCalls.bpf(9999, new Uint8Array(16))),
    0,
  );
  t.not(
    rejects(() => kernelCalls.perfEventOpen(new Uint8Array(8), -1, 0)),
    0,
  );
  t.equal(
    rejects(() => kernelCalls.ioctl(-1, 0, 0)),
    9,
  );
  t.not(
    rejects(() => kernelCalls.mount('nosuchfilesystem', '/nonexistent')),
    0,
  );
});

t.test('watching calls back when a pipe becomes readable, and closing twice is harmless', async (t) => {
  const path = join(t.testdir({}), 'pipe');
  execFileSync('mkfifo', [path]);
  const fd = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
  await new Promise<void>((resolve) => {
    const watch = kernelCalls.watch(fd, 'readable', () => {
      watch.close();
      watch.close();
      resolve();
    });
    writeSync(fd, 'x');
  });
  closeSync(fd);
  t.pass('called back');
});

t.test('a promise resolved by a watch goes on at once, with nothing else to happen', async (t) => {
  const path = join(t.testdir({}), 'pipe');
  execFileSync('mkfifo', [path]);
  const fd = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
  let somethingElse = false;
  const timer = setTimeout(() => (somethingElse = true), 5000);
  const writer = spawn('sh', ['-c', 'sleep 0.3; echo x > "$0"; exec sleep 5', path], { stdio: 'ignore' });
  writer.once('exit', () => (somethingElse = true));
  await new Promise<void>((resolve) => {
    const watch = kernelCalls.watch(fd, 'readable', () => {
      watch.close();
      resolve();
    });
  });
  t.notOk(somethingElse);
  clearTimeout(timer);
  writer.kill();
  closeSync(fd);
});

t.test('an address is where the bytes are, the same each time', async (t) => {
  const bytes = Buffer.from('some bytes that stand still');
  t.type(kernelCalls.address(bytes), 'bigint');
  t.equal(kernelCalls.address(bytes), kernelCalls.address(bytes));
  t.equal(kernelCalls.address(bytes.subarray(5)), kernelCalls.address(bytes) + 5n);
});
