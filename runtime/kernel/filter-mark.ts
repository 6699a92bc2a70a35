import { removeEmptyClsact } from './empty-clsact.js';
import { ifThere } from './if-there.js';
import { networkNamespace } from './network-namespace.js';
import { listFilters, removeFilter } from './tc-filter.js';
import type { Kernel, MarkKind } from './types.js';

/** A filter of ours, known by the number of its program, which no other has. */
export interface OwnFilter {
  /** Inode of the network namespace. */
  readonly namespace: number;
  readonly ifindex: number;
  readonly parent: number;
  readonly program: number;
  /** True when the qdisc was made for filters of ours, and goes with the last filter in it. */
  readonly madeQdisc: boolean;
}

/** The mark of a filter: tc has no links before Linux 6.6. */
export const filterMark: MarkKind = {
  prefix: 'filter-',
  undo: (kernel, rest) => {
    const filter = parseFilterMark(rest);
    if (!filter) return true;
    if (filter.namespace !== networkNamespace(kernel)) return false;
    undoFilter(kernel, filter);
    return true;
  },
};

/** What stands behind the mark's prefix. */
export function filterMarkText({ namespace, ifindex, parent, program, madeQdisc }: OwnFilter): string {
  return [namespace, ifindex, parent, program, Number(madeQdisc)].join('-');
}

/** Reads {@link filterMarkText}; undefined for any other text. */
export function parseFilterMark(text: string): OwnFilter | undefined {
  if (!/^\d+(?:-\d+){4}$/.test(text)) return undefined;
  const [namespace = 0, ifindex = 0, parent = 0, program = 0, made] = text.split('-').map(Number);
  return { namespace, ifindex, parent, program, madeQdisc: made === 1 };
}

/** Removes this filter and no other, and the qdisc if it was made for filters of ours and is empty now. */
export function undoFilter(kernel: Kernel, { ifindex, parent, program, madeQdisc }: OwnFilter): void {
  const ours = listFilters(kernel, { ifindex, parent }).filter(({ programId }) => programId === program);
  for (const filter of ours) ifThere(() => removeFilter(kernel, filter));
  // Where our filter is gone, somebody else has taken care, and the qdisc may be another.
  if (!madeQdisc || ours.length === 0) return;
  removeEmptyClsact(kernel, ifindex);
}
