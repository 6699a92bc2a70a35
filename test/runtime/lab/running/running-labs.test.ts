import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import t from 'tap';
import { registerLab, runningLabs, socketPath } from '../../../../runtime/lab/running/running-labs.js';

const lab = { kernelRelease: '6.1.0', owner: process.pid, qemu: 4_194_304, started: 1 };

t.test('a lab is known from its registration to its end', async (t) => {
  const running = join(t.testdir(), 'running');
  t.same(runningLabs(running), []);
  const registered = registerLab(running, lab);
  t.same(runningLabs(running), [{ ...lab, directory: registered.directory }]);
  t.equal(statSync(registered.directory).mode & 0o777, 0o700, 'nobody else may look');
  registered[Symbol.dispose]();
  t.same(runningLabs(running), []);
  t.notOk(existsSync(registered.directory));
});

t.test('the newest comes first', async (t) => {
  const running = t.testdir();
  const labs = [1, 3, 2].map((started) => registerLab(running, { ...lab, started }));
  t.same(
    runningLabs(running).map(({ started }) => started),
    [3, 2, 1],
  );
  for (const one of labs) one[Symbol.dispose]();
});

t.test('what a dead owner left is swept, its QEMU too', async (t) => {
  const directory = join(t.testdir(), 'dead');
  mkdirSync(directory);
  writeFileSync(join(directory, 'lock'), '');
  const argv = ['-c', 'sleep 1000; :', 'virtserialport,chardev=agent,name=tsecc'];
  const qemu = spawn('sh', argv, { detached: true, stdio: 'ignore' });
  writeFileSync(join(directory, 'lab.json'), JSON.stringify({ ...lab, qemu: qemu.pid }));
  const ended = once(qemu, 'exit');
  t.same(runningLabs(join(directory, '..')), []);
  t.same(await ended, [null, 'SIGKILL']);
  t.notOk(existsSync(directory));
});

t.test('a process that only has the number of a dead QEMU is left alone', async (t) => {
  const directory = join(t.testdir(), 'dead');
  mkdirSync(directory);
  writeFileSync(join(directory, 'lock'), '');
  writeFileSync(join(directory, 'lab.json'), JSON.stringify({ ...lab, qemu: process.pid }));
  t.same(runningLabs(join(directory, '..')), []);
  t.pass('this test is still there');
});

t.test('a directory that is just being made is left alone, an old one without a lock is not', async (t) => {
  const running = t.testdir({ fresh: {}, old: {} });
  utimesSync(join(running, 'old'), 1, 1);
  t.same(runningLabs(running), []);
  t.ok(existsSync(join(running, 'fresh')));
  t.notOk(existsSync(join(running, 'old')));
});

t.test('a socket can lie deeper than its address has room for', async (t) => {
  const directory = join(t.testdir(), 'd'.repeat(200));
  mkdirSync(directory);
  const server = createServer();
  {
    using at = socketPath(directory);
    server.listen(at.path);
    await once(server, 'listening');
    t.ok(existsSync(join(directory, 'socket')));
    server.close();
    await once(server, 'close');
  }
});
