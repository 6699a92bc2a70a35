import { closeSync } from 'node:fs';
import { constants } from 'node:fs';
import { checked, libc } from './libc.js';

// include/uapi/asm-generic/ioctls.h, the same on x86 and arm64
const TIOCSWINSZ = 0x5414;
// include/uapi/asm-generic/fcntl.h
const O_CLOEXEC = 0o2000000;

/** A pseudo terminal: the end that stands for the person, and the path of the end that a program gets. */
export interface Pty extends Disposable {
  readonly fd: number;
  readonly programPath: string;
  resize(columns: number, rows: number): void;
}

/** Opens a new pseudo terminal (pts(4)); throws what libc refuses, for instance where devpts is not mounted. */
export function openPty(): Pty {
  const fd = checked('posix_openpt', () =>
    libc('int posix_openpt(int flags)')(constants.O_RDWR | constants.O_NOCTTY | O_CLOEXEC),
  );
  const name = Buffer.alloc(128);
  checked('grantpt', () => libc('int grantpt(int fd)')(fd));
  checked('unlockpt', () => libc('int unlockpt(int fd)')(fd));
  // ptsname_r answers an error number above zero instead of -1.
  checked(
    'ptsname_r',
    () => -Number(libc('int ptsname_r(int fd, _Out_ uint8_t *name, size_t size)')(fd, name, 128)),
  );
  let open = true;
  return {
    fd,
    programPath: name.toString('latin1', 0, name.indexOf(0)),
    resize(columns, rows) {
      const size = Buffer.alloc(8);
      size.writeUInt16LE(rows, 0);
      size.writeUInt16LE(columns, 2);
      checked('ioctl', () =>
        libc('int ioctl(int fd, unsigned long request, void *argument)')(fd, TIOCSWINSZ, size),
      );
    },
    [Symbol.dispose]() {
      if (open) closeSync(fd);
      open = false;
    },
  };
}
