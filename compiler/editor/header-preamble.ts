import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What the headers of a folder are read behind: vmlinux.h, as the sources there include it, or the kernel's
 * linux/bpf.h where none of them does.
 */
export function headerPreamble(directory: string): string {
  const sources = readdirSync(directory).filter((name) => name.endsWith('.bpf.c'));
  const usesTypes = (name: string): boolean =>
    /^[ \t]*#[ \t]*include[ \t]*["<]vmlinux\.h[">]/m.test(readFileSync(join(directory, name), 'utf8'));
  return sources.length === 0 || sources.some(usesTypes) ? 'vmlinux.h' : 'linux/bpf.h';
}
