import type { Phrase } from '../../core/message.js';
import type { OpenedPackage } from '../../core/package/types.js';
import type { Kernel } from '../kernel/types.js';
import type { Bpftool } from './bpftool.js';

/** Where a package runs. */
export interface RunPlace {
  readonly kernel: Kernel;
  /** By default the one that is found. */
  readonly bpftool?: Bpftool | undefined;
}

/** What loads a package there, and what the user should know of that. */
export interface Tools {
  /** Undefined: the one that is found. */
  readonly bpftool: Bpftool | undefined;
  readonly notes: readonly Phrase[];
}

/** The bpftool for a package: one that is lent the types of its bundle, where the kernel does not describe its own. */
export async function toolsFor(
  { btfs }: Pick<OpenedPackage, 'btfs'>,
  { kernel, bpftool, path }: RunPlace & { readonly path: string | undefined },
): Promise<Tools> {
  if (bpftool !== undefined || btfs === undefined) return { bpftool, notes: [] };
  const { bundledBpftool } = await import('./bundled-bpftool.js');
  const lent = bundledBpftool(kernel, path, btfs);
  return { bpftool: lent.bpftool, notes: lent.note === undefined ? [] : [lent.note] };
}
