import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Kernel } from '../kernel/types.js';

/** Resolves once the descriptor is readable or the signal comes. No thread waits meanwhile. */
export function untilReadable(kernel: Kernel, fd: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const end = (): void => {
      watch.close();
      signal.removeEventListener('abort', end);
      resolve();
    };
    const watch = kernel.watch(fd, 'readable', end);
    signal.addEventListener('abort', end, { once: true });
  });
}

/** Resolves after a time, or when the signal comes. */
export async function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  try {
    await setTimeout(milliseconds, undefined, signal ? { signal } : {});
  } catch (error) {
    if (!signal?.aborted) throw error;
  }
}

/** Lets timers, signals and other readers have their turn: a source that is never empty must not keep them out. */
export async function takeTurns(): Promise<void> {
  await setImmediate();
}
