import { readdirSync, rmSync, statSync, utimesSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { checksumPath } from './checksum.js';

/** How much a cache may hold. */
export interface CacheLimits {
  readonly maxBytes: number;
  /** Milliseconds after which what nobody used is removed. */
  readonly maxAge: number;
}

/** What tsecc keeps for itself: a kernel's header has 3 MB, compiled in advance 15 MB. */
export const cacheLimits: CacheLimits = { maxBytes: 256 * 1024 * 1024, maxAge: 60 * 24 * 60 * 60 * 1000 };

// A compile that uses an entry marks it first, and takes less time than this.
const graceMs = 10 * 60 * 1000;
// A writer that has not renamed its file after this time is dead.
const deadMs = 60_000;

/** Something that can be removed by itself. */
interface Unit {
  readonly path: string;
  readonly size: number;
  readonly lastUse: number;
}

/**
 * Marks files or directories of the cache as used now: their modification time says when they last were. Gives when
 * the first was used before, in milliseconds since 1970. A cache that may only be read is used without marks.
 */
export function markUsed(...paths: readonly string[]): number {
  const [first] = paths.map((path) => {
    const before = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    try {
      const now = new Date();
      utimesSync(path, now, now);
    } catch {
      // Somebody else's, or removed in this moment.
    }
    return before;
  });
  return first ?? Date.now();
}

/**
 * Brings a cache below its limits: first what is older than allowed, then what was not used for longest. An entry is a
 * file of its directory, or a directory, of which precompiled headers also go one by one. What was used in the last
 * ten minutes stays, so that no running compile loses its files; what dead writers left goes. Any number of processes
 * may do so at once. Never throws.
 */
export function trimCache(root: string, { maxBytes, maxAge }: CacheLimits, now: number = Date.now()): void {
  const entries = list(root).map((entry) => join(root, entry.name));
  for (const entry of entries) sweepDead(entry, now);
  const units = entries.flatMap(unitsOf).sort((a, b) => a.lastUse - b.lastUse);
  let total = units.reduce((sum, { size }) => sum + size, 0);
  for (const { path, size, lastUse } of units) {
    const age = now - lastUse;
    if (age < graceMs || (age < maxAge && total <= maxBytes)) continue;
    remove(path);
    total -= size;
  }
}

/** Removes what writers that died have left in a directory of the cache: unfinished files, and claims to make one. */
export function sweepDead(directory: string, now: number = Date.now()): void {
  for (const { name } of list(directory)) {
    const path = join(directory, name);
    if (/\.(?:tmp|making)$/.test(name) && now - lastUseOf(path) > deadMs) remove(path);
  }
}

function unitsOf(path: string): Unit[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return [{ path, size: found.size, lastUse: found.mtimeMs }];
  const files = list(path).flatMap(({ name }) => unitsOf(join(path, name)));
  const parts = files.filter((file) => file.path.endsWith('.pch'));
  const size = files.reduce((sum, file) => sum + file.size, 0);
  const partSize = parts.reduce((sum, file) => sum + file.size, 0);
  return [...parts, { path, size: size - partSize, lastUse: found.mtimeMs }];
}

// Removing a file changes its directory's modification time, which is not the use that we mean by it.
function remove(path: string): void {
  const directory = join(path, '..');
  try {
    const { atime, mtime } = statSync(directory);
    rmSync(path, { recursive: true, force: true });
    rmSync(checksumPath(path), { force: true });
    utimesSync(directory, atime, mtime);
  } catch {
    // Another process removes it too, or it is not ours.
  }
}

const lastUseOf = (path: string): number =>
  statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY;

function list(directory: string): Dirent[] {
  try {
    return readdirSync(directory, { withFileTypes: true });
  } catch {
    return [];
  }
}
