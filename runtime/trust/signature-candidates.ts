import { message } from '../../core/message.js';
import type { FetchedPackage, SignatureCandidate } from '../source/types.js';
import { originName } from './origin-name.js';
import { readSignatureFile, signatureFileOf } from './signature-file.js';
import { trustError } from './trust-error.js';

/** Where signatures may lie. */
export interface SignaturePlaces {
  /** The signature's file, where it does not lie beside the package. */
  readonly signatureFile?: string | undefined;
  /** Relative paths start here. */
  readonly directory: string;
}

/**
 * The signatures that came with a package, or that lie in a file: none of them is verified. Throws `package-invalid` for
 * a file that is no signature, and for one that was named and is not there.
 */
export async function signatureCandidates(
  { origin, bytes, whole = bytes, signatures }: FetchedPackage,
  { signatureFile, directory }: SignaturePlaces,
): Promise<readonly SignatureCandidate[]> {
  const beside = origin.kind === 'file' ? signatureFileOf(origin.path) : undefined;
  const path = signatureFile ?? beside;
  if (path === undefined) return signatures;
  const signature = await readSignatureFile(path, directory);
  if (signature === undefined && signatureFile !== undefined) {
    throw trustError(originName(origin), message`there is no signature file '${signatureFile}'`);
  }
  return signature === undefined ? signatures : [...signatures, { payload: whole, signature }];
}
