import { message } from '../../core/message.js';
import type { FetchedPackage } from '../source/types.js';
import { digestOf } from './fingerprint.js';
import { originName } from './origin-name.js';
import { trustError } from './trust-error.js';

/** The digest of a package: of its bytes, or for one in a registry of its manifest. */
export function packageDigest({ origin, bytes, whole = bytes }: FetchedPackage): string {
  return origin.kind === 'oci' ? origin.digest : digestOf(whole);
}

/** True when the user named the package's digest, with it or as an option. Throws `package-invalid` when it is another one. */
export function checkDigest(fetched: FetchedPackage, asked: string | undefined): boolean {
  const { origin } = fetched;
  const named = [asked, origin.kind === 'url' ? origin.pinned : undefined].filter(
    (each) => each !== undefined,
  );
  const actual = named.length === 0 ? undefined : packageDigest(fetched);
  const wrong = named.find((each) => each !== actual);
  if (wrong === undefined) return named.length > 0 || (origin.kind === 'oci' && origin.pinned);
  throw trustError(originName(origin), message`its digest is ${actual ?? ''}, not ${wrong}`);
}
