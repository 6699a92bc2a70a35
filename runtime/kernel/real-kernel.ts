import { release } from 'node:os';
import { geteuid } from 'node:process';
import { kernelCalls } from './calls.js';
import { kernelFiles } from './files.js';
import { kernelSockets } from './sockets.js';
import type { Kernel } from './types.js';

/** The kernel this process runs on. */
export function realKernel(): Kernel {
  return { release: release(), userId: geteuid?.() ?? 0, ...kernelCalls, ...kernelFiles, ...kernelSockets };
}
