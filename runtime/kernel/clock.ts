import { checked, libc } from './libc.js';

// include/uapi/linux/time.h
const CLOCK_REALTIME = 0;

/** Sets the wall clock, in milliseconds since 1970. Throws a SystemCallError where this process may not. */
export function setClock(milliseconds: number): void {
  const timespec = Buffer.alloc(16);
  timespec.writeBigInt64LE(BigInt(Math.floor(milliseconds / 1000)), 0);
  timespec.writeBigInt64LE(BigInt(Math.floor((milliseconds % 1000) * 1_000_000)), 8);
  checked('clock_settime', () => libc('int clock_settime(int clock, void *time)')(CLOCK_REALTIME, timespec));
}
