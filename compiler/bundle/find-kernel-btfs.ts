import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import type { Architecture } from '../toolchain/architecture.js';

/** A kernel's types in an archive. */
export interface KernelBtf {
  readonly path: string;
  /** Where readers of a bundle look for it, by the os-release and uname of their kernel: `ubuntu/20.04/x86_64/5.4.0-42-generic.btf`. */
  readonly name: string;
  /** True for a `.btf.tar.xz`, false for the BTF itself. */
  readonly packed: boolean;
}

// <release>.btf, as BTFHub's archive packs it or unpacked.
const file = /^(?<release>[\w.+~-]+)\.btf(?<packed>\.tar\.xz)?$/;
// What becomes part of a path in the bundle. A release of uname has these characters too.
const safe = /^[\w.+~-]+$/;

/**
 * The kernels of one machine in a directory laid out as BTFHub's archive (github.com/aquasecurity/btfhub-archive):
 * DIR/<distribution>/<version>/<machine>/<release>.btf.tar.xz, or .btf. Sorted by name; of a kernel that is there in
 * both forms, the unpacked one. Throws `usage` when the directory holds none.
 */
export function findKernelBtfs(archive: string, { machines }: Architecture): KernelBtf[] {
  const found = new Map<string, KernelBtf>();
  for (const distribution of directories(archive)) {
    for (const version of directories(join(archive, distribution))) {
      for (const machine of machines) {
        const directory = join(archive, distribution, version, machine);
        for (const btf of btfsIn(directory, `${distribution}/${version}/${machines[0]}`)) {
          if (found.get(btf.name)?.packed !== false) found.set(btf.name, btf);
        }
      }
    }
  }
  if (found.size > 0) return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  throw new TseccError('usage', message`read '${archive}': it holds no types of kernels for ${machines[0]}`, {
    cure: message`--btfhub-archive names a clone of github.com/aquasecurity/btfhub-archive, or a directory like it: <distribution>/<version>/${machines[0]}/<release>.btf.tar.xz or .btf`,
  });
}

function btfsIn(directory: string, prefix: string): KernelBtf[] {
  return list(directory).flatMap((entry) => {
    const groups = entry.isFile() ? file.exec(entry.name)?.groups : undefined;
    if (!groups) return [];
    const { release, packed } = groups;
    return [
      { path: join(directory, entry.name), name: `${prefix}/${release}.btf`, packed: packed !== undefined },
    ];
  });
}

const directories = (path: string): string[] =>
  list(path).flatMap((entry) =>
    entry.isDirectory() && safe.test(entry.name) && !entry.name.startsWith('.') ? [entry.name] : [],
  );

function list(path: string) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch {
    return [];
  }
}
