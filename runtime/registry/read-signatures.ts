import type { Digest, SignatureCandidate } from '../source/types.js';
import { downloadBlob } from './download.js';
import { mediaTypes } from './media-types.js';
import type { Repository } from './repository.js';
import { findReferrers, isSignature, signatureTag } from './signature-places.js';
import type { Descriptor } from './types.js';

/** cosign's annotation of a layer: the signature of the layer's content. */
export const signatureAnnotation = 'dev.cosignproject.cosign/signature';

/** Larger than any document that is signed. */
const maxPayload = 64 * 1024;

/** More than anybody signs one package; whoever adds others could only make us slow. */
const maxSignatures = 50;

/** The signatures that a registry has of a manifest: under cosign's tag, and among what refers to it. None is verified. */
export async function readSignatures(
  repository: Repository,
  digest: Digest,
): Promise<readonly SignatureCandidate[]> {
  const layers = new Map<string, Descriptor>();
  const names = [signatureTag(digest), ...(await referring(repository, digest))];
  for (const name of names.slice(0, maxSignatures)) {
    for (const layer of await layersOf(repository, name)) {
      layers.set(`${layer.digest} ${layer.annotations?.[signatureAnnotation]}`, layer);
    }
  }
  const candidates: SignatureCandidate[] = [];
  for (const layer of [...layers.values()].slice(0, maxSignatures)) {
    const payload = await downloadBlob(repository, layer, { limit: maxPayload });
    candidates.push({ payload, signature: layer.annotations?.[signatureAnnotation] ?? '' });
  }
  return candidates;
}

async function referring(repository: Repository, digest: Digest): Promise<readonly Digest[]> {
  const { manifests } = await findReferrers(repository, digest);
  return manifests.filter(isSignature).map((each) => each.digest);
}

/** The signed documents in a manifest of signatures. */
export async function layersOf(repository: Repository, name: string): Promise<readonly Descriptor[]> {
  const content = (await repository.manifest(name))?.content;
  if (content?.kind !== 'manifest') return [];
  return content.manifest.layers.filter(
    ({ mediaType, annotations, size }) =>
      mediaType === mediaTypes.simpleSigning &&
      annotations?.[signatureAnnotation] !== undefined &&
      size <= maxPayload,
  );
}
