import { errno } from './errno.js';
import type { KernelCalls, Watch } from './types.js';
import { checked, koffi, libc, SystemCallError } from './libc.js';
import { mapMemory, pageSize } from './memory.js';
import { syscallNumbers } from './syscall-numbers.js';

const PERF_FLAG_FD_CLOEXEC = 8;
const MFD_CLOEXEC = 1;
const LOCK_EX = 2;
const LOCK_NB = 4;
const F_DUPFD_CLOEXEC = 1030;

/** Six register-wide arguments, which is all that the kernel itself knows of. */
const syscallPrototype =
  'long syscall(long number, intptr_t a, intptr_t b, intptr_t c, intptr_t d, intptr_t e, intptr_t f)';

/** The system call part of the real kernel. */
export const kernelCalls: KernelCalls = {
  address,
  bpf: (command, attributes, keepAlive = []) =>
    holding(keepAlive, () =>
      systemCall('bpf', syscallNumbers().bpf, [command, address(attributes), attributes.length]),
    ),
  perfEventOpen: (attributes, pid, cpu, keepAlive = []) =>
    holding(keepAlive, () =>
      systemCall('perf_event_open', syscallNumbers().perfEventOpen, [
        address(attributes),
        pid,
        cpu,
        -1,
        PERF_FLAG_FD_CLOEXEC,
      ]),
    ),
  ioctl: (fd, request, argument) => {
    const ioctl = libc('int ioctl(int fd, unsigned long request, intptr_t argument)');
    checked('ioctl', () => ioctl(fd, request, argument));
  },
  tryLock,
  mount: (type, target) => {
    const mount = libc(
      'int mount(const char *source, const char *target, const char *type, unsigned long flags, void *data)',
    );
    checked('mount', () => mount(type, target, type, 0, null));
  },
  createMemoryFile: (name) => {
    const text = Buffer.from(`${name}\0`);
    return holding([text], () =>
      systemCall('memfd_create', syscallNumbers().memfdCreate, [address(text), MFD_CLOEXEC]),
    );
  },
  duplicate: (fd) => {
    const fcntl = libc('int fcntl(int fd, int command, long argument)');
    return checked('fcntl', () => fcntl(fd, F_DUPFD_CLOEXEC, 3));
  },
  watch,
  mapMemory,
  pageSize,
};

function address(bytes: Uint8Array): bigint {
  return koffi().address(bytes);
}

function systemCall(name: string, number: number, args: readonly (number | bigint)[]): number {
  const call = libc(syscallPrototype);
  const padded = [...args, 0, 0, 0, 0, 0, 0].slice(0, 6);
  return checked(name, () => call(number, ...padded));
}

/** Runs a call and reads the buffers after it, so that no collector frees what the kernel still looks at. */
function holding(buffers: readonly Uint8Array[], run: () => number): number {
  const result = run();
  return buffers.every((buffer) => buffer.byteLength >= 0) ? result : -1;
}

function tryLock(fd: number): boolean {
  const flock = libc('int flock(int fd, int operation)');
  try {
    checked('flock', () => flock(fd, LOCK_EX | LOCK_NB));
    return true;
  } catch (error) {
    if (error instanceof SystemCallError && error.errno === errno.EAGAIN) return false;
    throw error;
  }
}

function watch(fd: number, what: 'readable' | 'closed', callback: () => void): Watch {
  const events = what === 'readable' ? { readable: true } : { disconnect: true };
  let open = true;
  const handle = koffi().node.poll(fd, events, () => {
    // With Node.js 26, koffi 3.3 calls back outside of what continues promises: they would wait for something else.
    setImmediate(() => {
      if (open) callback();
    });
  });
  // Waiting for an end that may never come must not keep the process alive.
  if (what === 'closed') handle.unref();
  return {
    close: () => {
      // koffi 3 crashes when a handle is closed twice.
      if (!open) return;
      open = false;
      handle.stop();
      handle.close();
    },
  };
}
