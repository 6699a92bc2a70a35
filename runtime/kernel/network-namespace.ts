import type { Kernel } from './types.js';

/** The file of this process's network namespace: open, it is what programs of a namespace attach to. */
export const networkNamespacePath = '/proc/self/ns/net';

/** Number of this process's network namespace; interfaces have their numbers in it. */
export function networkNamespace(kernel: Kernel): number {
  return Number(/^net:\[(\d+)\]$/.exec(kernel.readLink(networkNamespacePath))?.[1] ?? 0);
}
