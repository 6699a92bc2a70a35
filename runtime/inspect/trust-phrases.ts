import { explainPhrase } from '../../core/errors.js';
import { message, type Phrase } from '../../core/message.js';
import { fingerprintOf } from '../trust/fingerprint.js';
import type { TrustDescription } from './describe-trust.js';

/** Who vouches for a package, in words, a phrase for each line; and what a run says that refuses it. */
export function trustPhrases(trust: TrustDescription): readonly Phrase[] {
  const { refusal } = trust;
  return [
    signaturePhrase(trust),
    ...(refusal === undefined ? [] : [message`a run on this host refuses it: ${explainPhrase(refusal)}`]),
  ];
}

function signaturePhrase({ signatures, signer, why, unreadable }: TrustDescription): Phrase {
  if (signer)
    return message`signed by '${signer.name}' (${fingerprintOf(signer.key)}), which is trusted here`;
  if (signatures > 0 && why !== undefined) return message`signed, but not by whom this host trusts: ${why}`;
  if (unreadable !== undefined) return message`its signature cannot be read: ${unreadable}`;
  return message`not signed`;
}
