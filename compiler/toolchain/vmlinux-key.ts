import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';

/** Where the running kernel says what it is and what types it has. */
export interface KernelFiles {
  readonly notes: string;
  readonly btf: string;
}

/** The files of the running kernel: its build id is in the notes (Linux ≥ 2.6.23), its BTF since 5.4. */
export const runningKernel: KernelFiles = { notes: '/sys/kernel/notes', btf: '/sys/kernel/btf/vmlinux' };

/**
 * Name of the cache entry for a kernel's vmlinux.h, as made by this bpftool: one build of a kernel has one build id,
 * and reading that takes no time. Where the notes may not be read, the whole BTF is hashed.
 */
export function vmlinuxKey(kernel: KernelFiles, bpftool: string): string {
  return cacheKey('kernel', identify(kernel), fileIdentity(bpftool));
}

/** Hash of parts, as a name for a file. */
export function cacheKey(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex').slice(0, 32);
}

/** What tells one build of a program or a file from another, without reading it. */
export function fileIdentity(path: string): string {
  const { size, mtimeMs, ino } = statSync(path);
  return `${path} ${ino} ${size} ${mtimeMs}`;
}

function identify(kernel: KernelFiles): Uint8Array {
  try {
    return readFileSync(kernel.notes);
  } catch {
    return readFileSync(kernel.btf);
  }
}
