import { fileURLToPath } from 'node:url';
import { openPackage as openBytes } from '../../core/package/open.js';
import type { OpenedPackage } from '../../core/package/types.js';
import { readFile } from '../source/file.js';

/**
 * Opens a package, tsecc's or ecc's: its bytes, the path of its file, or a `file:` URL. It is checked whole; every byte
 * counts as hostile. Throws a TseccError with the code `package-invalid` that names what is wrong, and where.
 */
export async function openPackage(source: Uint8Array | string | URL): Promise<OpenedPackage> {
  if (source instanceof Uint8Array) return openBytes(source);
  const path = source instanceof URL ? fileURLToPath(source) : source;
  return openBytes(await readFile(path, process.cwd()));
}
