import type { FetchedPackage } from '../types.js';
import { isTar } from './is-tar.js';

/** A package, and the bundle that it came in, if in any. */
export type Unbundled = Pick<FetchedPackage, 'bytes' | 'btfs' | 'whole'>;

/** What a bundle holds; any other bytes as they are. What reads bundles is loaded for one only. Throws `package-invalid`. */
export async function unbundle(bytes: Uint8Array): Promise<Unbundled> {
  if (!isTar(bytes)) return { bytes };
  const { openBundle } = await import('./open-bundle.js');
  return { ...openBundle(bytes), whole: bytes };
}
