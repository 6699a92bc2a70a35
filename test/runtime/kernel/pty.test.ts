import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { ReadStream } from 'node:tty';
import t from 'tap';
import { openPty } from '../../../runtime/kernel/pty.js';

t.test('a program on it has a terminal of the given size', async (t) => {
  const pty = openPty();
  pty.resize(99, 33);
  const slave = openSync(pty.programPath, 'r+');
  const child = spawn('sh', ['-c', 'tty; stty size'], { stdio: [slave, slave, slave] });
  closeSync(slave);
  const terminal = new ReadStream(pty.fd);
  let text = '';
  terminal.on('data', (chunk) => (text += chunk.toString()));
  // Its end comes as EIO or as an end, as the kernel happens to tell it.
  terminal.on('error', () => terminal.destroy());
  await new Promise((done) => terminal.once('close', done));
  t.match(pty.programPath, /^\/dev\/pts\/\d+$/);
  t.equal(text, `${pty.programPath}\r\n33 99\r\n`);
  t.equal(child.exitCode ?? 0, 0);
});

t.test('disposing twice is harmless', async (t) => {
  const pty = openPty();
  pty[Symbol.dispose]();
  pty[Symbol.dispose]();
  t.throws(() => pty.resize(1, 1), { name: 'SystemCallError' });
});
