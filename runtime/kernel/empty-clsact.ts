import { clsactParents, removeClsact } from './clsact.js';
import { ifThere } from './if-there.js';
import { listFilters } from './tc-filter.js';
import type { Kernel } from './types.js';

/** Removes an interface's clsact qdisc unless a filter hangs on it. */
export function removeEmptyClsact(kernel: Kernel, ifindex: number): void {
  const filters = Object.values(clsactParents).flatMap((parent) => listFilters(kernel, { ifindex, parent }));
  if (filters.length === 0) ifThere(() => removeClsact(kernel, ifindex));
}
