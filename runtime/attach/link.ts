import type { Kernel } from '../kernel/types.js';
import type { AttachPoint, Link } from './types.js';

/** A link held by file descriptors: the kernel detaches when they are closed, in the order given, by us or by death. */
export function linkOf(kernel: Kernel, point: AttachPoint, descriptors: readonly number[]): Link {
  const open = [...descriptors];
  return {
    program: point.program,
    section: point.section,
    [Symbol.dispose]: () => {
      for (let fd = open.shift(); fd !== undefined; fd = open.shift()) kernel.close(fd);
    },
  };
}
