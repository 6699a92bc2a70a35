import { koffi } from './libc.js';
import { syscallNumbers } from './syscall-numbers.js';

/** Throws `tool-missing` where calls into libc are not possible, `kernel-cannot` where their numbers are not known. */
export function requireCalls(): void {
  koffi();
  syscallNumbers();
}
