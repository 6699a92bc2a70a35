import { closeSync, openSync } from 'node:fs';
import { constants } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { checked, libc, SystemCallError } from './libc.js';

// include/uapi/asm-generic/fcntl.h
const LOCK_SH = 1;
const LOCK_EX = 2;
const LOCK_NB = 4;

/** How a lock is held: by one, or by many that only read. */
export type LockMode = 'exclusive' | 'shared';

/** A held lock. The kernel releases it when this process ends, however it ends. */
export interface FileLock extends Disposable {
  /** The open file that carries the lock; a child that inherits it keeps the lock alive. */
  readonly fd: number;
}

/**
 * flock(2) on a file or directory, without waiting: `undefined` where somebody else holds it. A missing file is made.
 * Throws what open(2) or flock(2) refuse otherwise.
 */
export function tryLock(path: string, mode: LockMode = 'exclusive'): FileLock | undefined {
  const fd = openLockable(path);
  try {
    checked('flock', () => libc('int flock(int fd, int operation)')(fd, operationOf(mode) | LOCK_NB));
  } catch (error) {
    closeSync(fd);
    if (error instanceof SystemCallError && error.errno === constants.errno.EWOULDBLOCK) return undefined;
    throw error;
  }
  let open = true;
  return {
    fd,
    [Symbol.dispose]() {
      if (open) closeSync(fd);
      open = false;
    },
  };
}

/** Waits for the lock, asking again each 50 ms; `onWait` is called once if it is not free at once. */
export async function lockFile(
  path: string,
  mode: LockMode = 'exclusive',
  { signal, onWait }: { signal?: AbortSignal | undefined; onWait?: (() => void) | undefined } = {},
): Promise<FileLock> {
  for (let attempt = 0; ; attempt++) {
    const lock = tryLock(path, mode);
    if (lock) return lock;
    if (attempt === 0) onWait?.();
    await setTimeout(50, undefined, signal ? { signal } : {});
  }
}

function operationOf(mode: LockMode): number {
  return mode === 'shared' ? LOCK_SH : LOCK_EX;
}

function openLockable(path: string): number {
  try {
    return openSync(path, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return openSync(path, 'a', 0o600);
    throw error;
  }
}
