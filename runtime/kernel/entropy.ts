import { closeSync, openSync, writeSync } from 'node:fs';
import { checked, libc } from './libc.js';

// include/uapi/linux/random.h
const RNDRESEEDCRNG = 0x5207;

/**
 * Mixes random bytes into the kernel's pool and lets its generator begin anew from it. Throws a SystemCallError where
 * this process may not.
 */
export function stirEntropy(bytes: Uint8Array): void {
  const fd = openSync('/dev/urandom', 'r+');
  try {
    writeSync(fd, bytes);
    checked('ioctl', () =>
      libc('int ioctl(int fd, unsigned long request, void *argument)')(fd, RNDRESEEDCRNG, null),
    );
  } finally {
    closeSync(fd);
  }
}
