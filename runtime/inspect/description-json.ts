import { fingerprintOf } from '../trust/fingerprint.js';
import type { SourceDescription } from './describe-source.js';
import type { TrustDescription } from './describe-trust.js';
import type { PackageDescription } from './types.js';

/** What the JSON tells of trust; every member is always there. */
export interface TrustJson {
  readonly signatures: number;
  readonly signedBy: { readonly key: string; readonly fingerprint: string } | null;
  /** Why nobody is known who signed it; in English, as errors in JSON are. */
  readonly unsigned: string | null;
  /** Whether a run on this host would go on to load it. */
  readonly runs: boolean;
  readonly refusal: { readonly message: string; readonly cure: string | null } | null;
}

/** A description as one JSON object, for programs. */
export function descriptionJson(
  description: PackageDescription,
  { trust, bundle, ...facts }: SourceDescription & { readonly trust: TrustDescription },
): string {
  const all = { ...description, ...facts, bundle: bundle ?? null, trust: trustJson(trust) };
  return `${escapeJson(JSON.stringify(all, undefined, 2))}\n`;
}

function trustJson({ signatures, signer, why, refusal }: TrustDescription): TrustJson {
  return {
    signatures,
    signedBy: signer === undefined ? null : { key: signer.name, fingerprint: fingerprintOf(signer.key) },
    unsigned: why === undefined ? null : String(why),
    runs: refusal === undefined,
    refusal: refusal === undefined ? null : { message: refusal.message, cure: refusal.cure ?? null },
  };
}

// JSON itself leaves these as they are: DEL, C1 control characters, and what turns the direction of text around.
const hostile = /[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

const escapeJson = (text: string): string =>
  text.replace(hostile, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
