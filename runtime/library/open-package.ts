import { fileURLToPath } from 'node:url';
import { openPackage as openBytes } from '../../core/package/open.js';
import type { OpenedPackage } from '../../core/package/types.js';
import { unbundle } from '../source/bundle/unbundle.js';
import { readFile } from '../source/file.js';

/**
 * Opens a package or a bundle, tsecc's or ecc's: its bytes, the path of its file, or a `file:` URL. It is checked whole;
 * every byte counts as hostile. Throws a TseccError with the code `package-invalid` that names what is wrong, and where.
 * Who made it is not asked, and no policy of the host: that is the command's, and `verifyPackage` is there for programs.
 */
export async function openPackage(source: Uint8Array | string | URL): Promise<OpenedPackage> {
  if (source instanceof Uint8Array) return await openAny(source);
  const path = source instanceof URL ? fileURLToPath(source) : source;
  return await openAny(await readFile(path, process.cwd()));
}

async function openAny(source: Uint8Array): Promise<OpenedPackage> {
  const { bytes, btfs } = await unbundle(source);
  return { ...openBytes(bytes), ...(btfs && { btfs }) };
}
