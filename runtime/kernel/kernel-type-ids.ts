import { BtfError } from '../../core/btf/btf-error.js';
import type { BtfType } from '../../core/btf/types.js';
import { errnoOf } from './errno.js';
import { readKernelBtf } from './kernel-btf.js';
import type { Kernel } from './types.js';

/** Finds a type of the kernel's own BTF by kind and name: what programs that are bound to types are loaded with. */
export type KernelTypeIds = (kind: BtfType['kind'], name: string) => number | undefined;

/** Reads the kernel's types, some 0.1 s; undefined where it has none, or none that we can read. */
export function readKernelTypeIds(kernel: Kernel): KernelTypeIds | undefined {
  try {
    const { types } = readKernelBtf(kernel);
    return (kind, name) => types.find((type) => type.kind === kind && 'name' in type && type.name === name)?.id;
  } catch (error) {
    if (error instanceof BtfError || errnoOf(error) !== undefined) return undefined;
    throw error;
  }
}
