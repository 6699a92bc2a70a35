import { closeSync, readFileSync } from 'node:fs';
import t from 'tap';
import { kernelSockets } from '../../../runtime/kernel/sockets.js';

const [AF_INET, AF_NETLINK, SOCK_DGRAM, SOCK_RAW] = [2, 16, 2, 3];

t.test('a socket is not inherited and never waits', async (t) => {
  const fd = kernelSockets.socket(AF_NETLINK, SOCK_RAW, 0);
  const flags = parseInt(
    /flags:\s*([0-7]+)/.exec(readFileSync(`/proc/self/fdinfo/${fd}`, 'utf8'))?.[1] ?? '',
    8,
  );
  t.ok(flags & 0o2000000, 'O_CLOEXEC');
  t.ok(flags & 0o4000, 'O_NONBLOCK');
  closeSync(fd);
});

t.test('an address and an option are taken, or refused by errno', async (t) => {
  const fd = kernelSockets.socket(AF_INET, SOCK_DGRAM, 0);
  const loopback = new Uint8Array([AF_INET, 0, 0, 0, 127, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
  kernelSockets.setSocketOption(fd, 1, 2, 1);
  kernelSockets.bind(fd, loopback);
  t.throws(() => kernelSockets.bind(fd, loopback), { message: 'bind: errno 22' });
  t.throws(() => kernelSockets.setSocketOption(fd, 1, 9999, 1), { message: 'setsockopt: errno 92' });
  closeSync(fd);
  t.throws(() => kernelSockets.socket(9999, 1, 0), { message: 'socket: errno 97' });
});
