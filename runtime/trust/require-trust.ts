import { message, type Phrase } from '../../core/message.js';
import type { HostPolicy } from '../policy/read-policy.js';
import type { FetchedPackage } from '../source/types.js';
import { checkDigest } from './check-digest.js';
import { findSignature } from './find-signature.js';
import { originName } from './origin-name.js';
import type { TrustedKey } from './public-key.js';
import { signatureCandidates, type SignaturePlaces } from './signature-candidates.js';
import { trustError } from './trust-error.js';

/** By what a package is believed or not. */
export interface TrustOptions extends SignaturePlaces {
  /** The host's; undefined where it has none. */
  readonly policy: HostPolicy | undefined;
  /** Keys that the user named: one of them must have signed the package. */
  readonly keys: readonly TrustedKey[];
  /** The digest that the user named, `sha256:…`. */
  readonly digest: string | undefined;
  /** The user takes what nobody vouches for. */
  readonly insecure: boolean;
}

/** Why a package may run. */
export type Trust =
  | { readonly kind: 'signed'; readonly key: TrustedKey }
  | { readonly kind: 'pinned' }
  /** It lies on this host or was handed over, and the policy asks for no more. */
  | { readonly kind: 'local' }
  /** Nobody vouches for it, and the user said that this does not matter. */
  | { readonly kind: 'insecure' };

/**
 * Says why a package may run, or throws `package-invalid`. What lies on the host runs by itself; what came over the
 * network needs a signature of a trusted key, or its digest on the command line. A key that the user names must have
 * signed it, wherever it is from. The policy may demand a signature of everything; a locked one trusts no keys but its own.
 */
export async function requireTrust(fetched: FetchedPackage, options: TrustOptions): Promise<Trust> {
  const { policy, keys, insecure } = options;
  const { origin } = fetched;
  const name = originName(origin);
  if (insecure && policy?.locked) {
    throw trustError(name, message`--insecure is not for this host: its policy '${policy.path}' is locked`);
  }
  const pinned = checkDigest(fetched, options.digest);
  const strict = policy?.requireSignature ?? false;
  const local = origin.kind === 'file' || origin.kind === 'stdin';
  // Of what runs anyway nothing is read that nobody asked for.
  const runsAnyway = !strict && (local || pinned);
  if (runsAnyway && keys.length === 0) return { kind: local ? 'local' : 'pinned' };

  const candidates = await signatureCandidates(fetched, options);
  const asked = keys.length === 0 ? undefined : findSignature(fetched, candidates, keys);
  if (asked && !asked.signer) throw trustError(name, asked.why, { cure: undefined });
  if (asked && (runsAnyway || !policy?.locked)) return { kind: 'signed', key: asked.signer };
  const found = findSignature(fetched, candidates, policy?.keys ?? []);
  if (found.signer) return { kind: 'signed', key: found.signer };
  if (insecure) return { kind: 'insecure' };
  throw trustError(name, found.why, { cure: cureFor(strict, policy) });
}

function cureFor(strict: boolean, policy: HostPolicy | undefined): Phrase {
  if (strict && policy) return message`the policy '${policy.path}' runs only what its keys signed`;
  if (policy?.locked) {
    return message`the policy '${policy.path}' has the keys; or name the digest: --digest sha256:…`;
  }
  return message`name the key: --key FILE; or the digest: --digest sha256:…; --insecure runs it all the same`;
}
