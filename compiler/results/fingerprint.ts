import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { includedNames } from './included-names.js';
import { lookFor } from './look-for.js';

/** What a compile saw of the file system: it sees the same again while this holds. Paths are absolute. */
export interface Fingerprint {
  /** Files with the hash of their bytes. */
  readonly files: readonly (readonly [path: string, hash: string])[];
  /** Where headers were looked for and not found: one that appears there would be taken. */
  readonly absent: readonly string[];
}

// A source that includes more is rare, and nothing is lost but speed.
const maxFiles = 2000;

// A file's time lags behind the clock by up to a tick of the kernel, which has at most 10 ms.
const tickMs = 20;

/**
 * The fingerprint of a compile that began at a time (milliseconds since 1970), read these files, and looked for headers
 * in these directories, in this order. Files below `own` do not count. Undefined where none is to be had: a file was
 * changed meanwhile, or hangs on more than files.
 */
export function fingerprintOf(
  read: readonly string[],
  searched: readonly string[],
  { began, own }: { readonly began: number; readonly own: string },
): Fingerprint | undefined {
  const hashes = new Map<string, string>();
  const absent = new Set<string>();
  const left = [...new Set(read.map((path) => resolve(path)))];
  for (let path = left.pop(); path !== undefined; path = left.pop()) {
    if (hashes.has(path) || path.startsWith(own)) continue;
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found?.isFile() || found.ctimeMs > began - tickMs || hashes.size >= maxFiles) return undefined;
    const bytes = readFileSync(path);
    hashes.set(path, hashOf(bytes));
    const names = includedNames(bytes.toString('latin1'));
    if (!names) return undefined;
    for (const name of names) {
      const taken = lookFor(name, path, searched, absent);
      // Types of events are read from headers beside the source, whether clang came to them or not.
      if (taken !== undefined && name.quoted) left.push(taken);
    }
  }
  return { files: [...hashes], absent: [...absent] };
}

/** True while everything is as it was. */
export function isUnchanged({ files, absent }: Fingerprint): boolean {
  try {
    return (
      files.every(([path, hash]) => hashOf(readFileSync(path)) === hash) &&
      !absent.some((path) => existsSync(path))
    );
  } catch {
    return false;
  }
}

/** Hash of bytes, for telling whether they changed. */
export function hashOf(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('base64url');
}
