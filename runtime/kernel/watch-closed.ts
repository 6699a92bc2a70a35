import { fstatSync } from 'node:fs';
import type { Kernel, Watch } from './types.js';

/**
 * Calls back once the reader of a pipe is gone, also when nothing is written that would fail. Only a FIFO can tell;
 * for any other descriptor nothing is watched.
 */
export function watchClosed(kernel: Kernel, fd: number, callback: () => void): Watch {
  if (!fstatSync(fd).isFIFO()) return { close: () => {} };
  // libuv keeps one watcher a descriptor, and Node's own stream may want this one: hence the duplicate.
  const own = kernel.duplicate(fd);
  const watch = kernel.watch(own, 'closed', callback);
  let open = true;
  return {
    close: () => {
      if (!open) return;
      open = false;
      watch.close();
      kernel.close(own);
    },
  };
}
