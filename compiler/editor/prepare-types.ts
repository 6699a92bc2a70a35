import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheDirectory } from '../toolchain/cache-directory.js';
import { vmlinuxDirectory, type VmlinuxOptions } from '../toolchain/vmlinux.js';
import { cacheKey } from '../toolchain/vmlinux-key.js';

/** The kernel's types for editors. */
export interface EditorTypes {
  /** Where vmlinux.h lies, or will. */
  readonly directory: string;
  /** Why it is not there. */
  readonly failure?: unknown;
}

/**
 * Makes vmlinux.h where editors find it: a place that stays when the kernel changes, and that the cache is not
 * trimmed of, since it is written into projects. Does not throw where the types cannot be made; gives the reason.
 */
export async function prepareTypes(options: VmlinuxOptions): Promise<EditorTypes> {
  const { env, file, signal } = options;
  const place = join(cacheDirectory(env), 'editor', file === undefined ? 'kernel' : cacheKey(file));
  try {
    copyChanged(join(await vmlinuxDirectory(options), 'vmlinux.h'), join(place, 'vmlinux.h'));
    return { directory: place };
  } catch (failure) {
    signal?.throwIfAborted();
    return { directory: place, failure };
  }
}

// An editor reads a header anew when it changes: megabytes, so not without need. It never sees half of it.
function copyChanged(from: string, to: string): void {
  const bytes = readFileSync(from);
  if (existsSync(to) && readFileSync(to).equals(bytes)) return;
  mkdirSync(dirname(to), { recursive: true });
  const temporary = join(dirname(to), `.vmlinux.h.${randomUUID()}.tmp`);
  writeFileSync(temporary, bytes);
  renameSync(temporary, to);
}
