import { release } from 'node:os';
import { geteuid } from 'node:process';
import { kernelCalls } from './calls.js';
import { kernelFiles } from './files.js';
import { kernelSockets } from './sockets.js';
import type { Kernel } from './types.js';

let real: Kernel | undefined;

/** The kernel this process runs on: always the same one, so that what was found out of it is known to the next run. */
export function realKernel(): Kernel {
  return (real ??= {
    release: release(),
    get userId() {
      return geteuid?.() ?? 0;
    },
    ...kernelCalls,
    ...kernelFiles,
    ...kernelSockets,
  });
}
