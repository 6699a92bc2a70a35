import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { IncludedName } from './included-names.js';

/** The first file that an include of `includer` could mean; the places before it are noted as empty. Paths are absolute. */
export function lookFor(
  { name, quoted, next }: IncludedName,
  includer: string,
  searched: readonly string[],
  absent: Set<string>,
): string | undefined {
  let first: string | undefined;
  for (const directory of quoted ? [dirname(includer), ...searched] : searched) {
    const path = resolve(directory, name);
    if (!existsSync(path)) absent.add(path);
    else if (next) first ??= path;
    else return path;
  }
  return first;
}
