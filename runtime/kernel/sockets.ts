import { checked, libc } from './libc.js';
import type { KernelSockets } from './types.js';

// include/linux/net.h; the same on all our architectures.
const SOCK_NONBLOCK = 0x800;
const SOCK_CLOEXEC = 0x80000;

/** The socket part of the real kernel. */
export const kernelSockets: KernelSockets = {
  socket: (domain, type, protocol) => {
    const socket = libc('int socket(int domain, int type, int protocol)');
    return checked('socket', () => socket(domain, type | SOCK_NONBLOCK | SOCK_CLOEXEC, protocol));
  },
  bind: (fd, address) => {
    const bind = libc('int bind(int fd, const uint8_t *address, uint32_t length)');
    checked('bind', () => bind(fd, address, address.length));
  },
  setSocketOption: (fd, level, option, value) => {
    const setsockopt = libc(
      'int setsockopt(int fd, int level, int option, const int32_t *value, uint32_t length)',
    );
    checked('setsockopt', () => setsockopt(fd, level, option, Int32Array.of(value), 4));
  },
};
