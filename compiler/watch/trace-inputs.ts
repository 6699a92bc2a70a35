import { readFileSync, realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { includedNames, type IncludedName } from '../results/included-names.js';
import { lookFor } from '../results/look-for.js';

/** Files that a compile hangs on, and places where one that appears would be taken. Paths are absolute. */
export interface TracedInputs {
  readonly files: ReadonlySet<string>;
  readonly absent: ReadonlySet<string>;
}

/** Generated sources include some hundred; what is beyond is not watched. */
const maxFiles = 2000;

/**
 * Follows the includes of files through these directories, in this order. By their text alone, since clang does not
 * say what it read when it refuses a source: what conditions leave out is followed too, and names made by macros are
 * not. Nothing below `own` counts. A file that is reached by a link stands for the one it leads to as well.
 */
export function traceInputs(read: readonly string[], searched: readonly string[], own: string): TracedInputs {
  const files = new Set<string>();
  const absent = new Set<string>();
  const left = read.map((path) => resolve(path));
  for (let path = left.pop(); path !== undefined; path = left.pop()) {
    if (files.has(path) || path.startsWith(own) || files.size >= maxFiles) continue;
    files.add(path);
    for (const name of namesIn(path)) {
      const taken = lookFor(name, path, searched, absent);
      if (taken !== undefined) left.push(taken);
    }
  }
  return {
    files: new Set([...files].flatMap((path) => [path, realPathOf(path)])),
    absent: new Set([...absent].filter((path) => !path.startsWith(own))),
  };
}

function namesIn(path: string): readonly IncludedName[] {
  try {
    return statSync(path).isFile() ? (includedNames(readFileSync(path, 'latin1')) ?? []) : [];
  } catch {
    return [];
  }
}

function realPathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
