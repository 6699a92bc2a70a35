import { BtfError } from '../../core/btf/btf-error.js';
import { typeIdFinder, type NamedTypeKind } from '../../core/btf/find-type-ids.js';
import { errnoOf } from './errno.js';
import type { Kernel } from './types.js';

/** Finds a type of the kernel's own BTF by kind and name: what programs that are bound to types are loaded with. */
export type KernelTypeIds = (kind: NamedTypeKind, name: string) => number | undefined;

/** Far more than any kernel's, which is some 6 MB. */
const largest = 1 << 28;

/** Reads the kernel's types, some 30 ms; undefined where it has none, or none that we can read. */
export function readKernelTypeIds(kernel: Kernel): KernelTypeIds | undefined {
  try {
    const bytes = kernel.readBytes('/sys/kernel/btf/vmlinux', largest);
    return bytes && typeIdFinder(bytes);
  } catch (error) {
    if (error instanceof BtfError || errnoOf(error) !== undefined) return undefined;
    throw error;
  }
}
