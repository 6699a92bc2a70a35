import { checked, koffi, libc } from './libc.js';
import type { MappedMemory, MappedPlace } from './types.js';

// include/uapi/asm-generic/mman-common.h and mman.h, the same on all our architectures
const PROT_READ = 1;
const PROT_WRITE = 2;
const MAP_SHARED = 1;
// bits/confname.h of glibc; musl has the same number
const _SC_PAGESIZE = 30;

/** mmap(2) of a descriptor, as memory that JavaScript reads without a call. Throws SystemCallError. */
export function mapMemory(fd: number, length: number, { offset, writable }: MappedPlace): MappedMemory {
  const mmap = libc(
    'intptr_t mmap(intptr_t address, size_t length, int protection, int flags, int fd, long offset)',
  );
  const protection = writable ? PROT_READ | PROT_WRITE : PROT_READ;
  const address = checked('mmap', () => mmap(0, length, protection, MAP_SHARED, fd, offset));
  let mapped = true;
  return {
    buffer: koffi().view(address, length),
    unmap: () => {
      if (!mapped) return;
      mapped = false;
      checked('munmap', () => libc('int munmap(intptr_t address, size_t length)')(address, length));
    },
  };
}

/** Bytes of a page: 4096 on x86, up to 65536 on arm64. */
export function pageSize(): number {
  return checked('sysconf', () => libc('long sysconf(int name)')(_SC_PAGESIZE));
}
