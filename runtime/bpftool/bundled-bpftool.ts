import { readBtf } from '../../core/btf/read-btf.js';
import { message, type Phrase } from '../../core/message.js';
import { hostNames } from '../kernel/host-names.js';
import type { Kernel } from '../kernel/types.js';
import { findBtf } from '../source/bundle/find-btf.js';
import type { Bpftool } from './bpftool.js';
import { findBpftool } from './find.js';
import { lendTypes } from './lend-types.js';

/** What a bundle's types are good for here. */
export interface BundledTypes {
  /** Undefined: the usual one serves. */
  readonly bpftool?: Bpftool | undefined;
  /** What the user should know. */
  readonly note?: Phrase | undefined;
}

/**
 * The bpftool for a package with types of kernels beside it. A kernel that describes its own types is believed; of
 * another, the bundle's are lent to bpftool. Where it has none, programs without relocations still load. Throws
 * `package-invalid` for types that are broken, and `tool-missing` as `findBpftool` does.
 */
export function bundledBpftool(
  kernel: Kernel,
  path: string | undefined,
  btfs: ReadonlyMap<string, Uint8Array>,
): BundledTypes {
  if (btfs.size === 0 || kernel.exists('/sys/kernel/btf/vmlinux')) return {};
  const names = hostNames(kernel);
  const btf = findBtf(btfs, names);
  if (!btf) {
    const { distribution, version, machine, release } = names;
    return {
      note: message`the bundle has no types for ${distribution} ${version} ${machine}, kernel ${release}`,
    };
  }
  readBtf(btf);
  return { bpftool: lendTypes(findBpftool(kernel, path), kernel, btf) };
}
