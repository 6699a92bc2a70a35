import { once } from 'node:events';
import { openSync } from 'node:fs';
import { ReadStream } from 'node:tty';
import { join } from 'node:path';
import t from 'tap';
import { openPty } from '../../../../runtime/kernel/pty.js';
import { findPort, PortStream } from '../../../../runtime/lab/guest/port.js';

t.test('the port is found by its name', async (t) => {
  const directory = t.testdir({
    ports: { vport0p1: { name: 'other\n' }, vport0p2: {}, vport1p1: { name: 'tsecc\n' } },
    others: { vport0p1: { name: 'other\n' } },
  });
  t.equal(findPort(join(directory, 'ports')), '/dev/vport1p1');
  t.equal(findPort(join(directory, 'others')), undefined);
  t.equal(findPort(join(directory, 'absent')), undefined);
});

t.test('a character device is read and written as a stream', async (t) => {
  // A terminal in raw mode is the character device at hand.
  const pty = openPty();
  const slave = openSync(pty.programPath, 'r+');
  const far = new ReadStream(pty.fd);
  new ReadStream(slave).setRawMode(true);
  const port = new PortStream(pty.programPath);
  const written = once(far, 'data');
  port.write('one ');
  port.write('two');
  let text = String((await written)[0]);
  while (text.length < 7) text += String((await once(far, 'data'))[0]);
  t.equal(text, 'one two');
  port.destroy();
  far.destroy();
});

t.test('a port that cannot be opened is an error', async (t) => {
  t.throws(() => new PortStream(join(t.testdir(), 'absent')), { code: 'ENOENT' });
});
