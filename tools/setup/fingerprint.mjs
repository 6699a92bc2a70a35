// @ts-check
import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A short text that changes when any of these files, or a file under any of these directories, is added, removed or
 * changed: made of paths, sizes and modification times, so that hundreds of files take milliseconds. Absent paths
 * count as absent.
 * @param {string} root
 * @param {readonly string[]} paths relative to root
 */
export function fingerprintFiles(root, paths) {
  const hash = createHash('sha256');
  for (const path of paths) addPath(hash, root, path);
  return hash.digest('hex');
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} root
 * @param {string} path
 */
function addPath(hash, root, path) {
  const status = statSync(join(root, path), { throwIfNoEntry: false });
  if (status?.isDirectory()) {
    for (const name of readdirSync(join(root, path)).sort()) addPath(hash, root, join(path, name));
  } else {
    hash.update(`${path}\0${status ? `${status.size} ${status.mtimeMs}` : 'absent'}\n`);
  }
}
