import type { Digest, SignatureCandidate } from '../source/types.js';
import { describeBlob, jsonBytes } from './artifact/describe-blob.js';
import { mediaTypes } from './media-types.js';
import { layersOf, signatureAnnotation } from './read-signatures.js';
import type { Repository } from './repository.js';
import { findReferrers, referrersTag, signatureTag } from './signature-places.js';
import type { Descriptor } from './types.js';
import { putManifest, uploadBlob } from './upload.js';

/**
 * Adds a signature to a manifest in its registry, where cosign looks for it: under the tag `sha256-….sig`, beside those that
 * are there, and as what refers to the manifest (OCI 1.1). One manifest serves both.
 */
export async function attachSignature(
  repository: Repository,
  subject: Descriptor,
  { payload, signature }: SignatureCandidate,
): Promise<Digest> {
  const added = describeBlob(mediaTypes.simpleSigning, payload, { [signatureAnnotation]: signature });
  const tag = signatureTag(subject.digest);
  const others = (await layersOf(repository, tag)).filter(
    (each) => each.annotations?.[signatureAnnotation] !== signature,
  );
  const layers = [...others, added];
  const config = jsonBytes({
    architecture: '',
    os: '',
    config: {},
    rootfs: { type: 'layers', diff_ids: layers.map(({ digest }) => digest) },
  });
  const { mediaType, digest, size } = subject;
  const manifest = jsonBytes({
    schemaVersion: 2,
    mediaType: mediaTypes.manifest,
    artifactType: mediaTypes.signature,
    config: describeBlob(mediaTypes.config, config),
    layers,
    subject: { mediaType, digest, size },
  });
  for (const blob of [config, payload]) await uploadBlob(repository, blob, describeBlob('', blob));
  const { digest: made, answer } = await putManifest(repository, manifest, mediaTypes.manifest, tag);
  // A registry that keeps the list itself says so (distribution specification, 4.1).
  if (answer.header('oci-subject') === undefined) {
    const own = { ...describeBlob(mediaTypes.manifest, manifest), artifactType: mediaTypes.signature };
    await addReferrer(repository, subject.digest, own);
  }
  return made;
}

/** Keeps the list of what refers to a manifest, for registries that do not. */
async function addReferrer(repository: Repository, subject: Digest, own: Descriptor): Promise<void> {
  const { told, manifests } = await findReferrers(repository, subject);
  if (told) return;
  const others = manifests.filter(({ digest }) => digest !== own.digest);
  const index = { schemaVersion: 2, mediaType: mediaTypes.index, manifests: [...others, own] };
  await putManifest(repository, jsonBytes(index), mediaTypes.index, referrersTag(subject));
}
