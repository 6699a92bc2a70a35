import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

// Ordinary users often lack the sbin directories, where distributions put bpftool.
const fallback = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'];

/** The environment variables of a process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Directories in which programs are looked for: PATH, then the usual ones. */
export function searchPath(env: Environment): string[] {
  const named = (env['PATH'] ?? '').split(delimiter).filter((directory) => directory !== '');
  return [...new Set([...named, ...fallback])];
}

/**
 * Path of the program of this name: the name itself when it holds a slash, else the first in the search path.
 * Undefined when there is none that may be executed.
 */
export function findExecutable(name: string, env: Environment): string | undefined {
  if (name.includes('/')) return isExecutable(name) ? name : undefined;
  return searchPath(env)
    .map((directory) => join(directory, name))
    .find(isExecutable);
}

/** Path of the newest `name-NN` in the search path: Debian installs clang-16 without a clang beside it. */
export function findVersioned(name: string, env: Environment): string | undefined {
  let newest: { path: string; version: number } | undefined;
  for (const directory of searchPath(env)) {
    for (const entry of list(directory)) {
      const version = entry.startsWith(`${name}-`) ? Number(entry.slice(name.length + 1)) : Number.NaN;
      const path = join(directory, entry);
      if (version > (newest?.version ?? 0) && isExecutable(path)) newest = { path, version };
    }
  }
  return newest?.path;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function list(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}
