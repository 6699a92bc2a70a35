import type { Digest } from '../source/types.js';
import { readManifest, maxManifestSize } from './read-manifest.js';
import { readBody } from '../network/read-body.js';
import { withRetries } from '../network/retry.js';
import { mediaTypes } from './media-types.js';
import type { Repository } from './repository.js';
import type { Descriptor } from './types.js';

/** The tag that cosign keeps the signatures of a manifest under. */
export const signatureTag = (digest: Digest): string => `${digest.replace(':', '-')}.sig`;

/** The tag of the list of what refers to a manifest, in registries that keep none themselves (OCI 1.1). */
export const referrersTag = (digest: Digest): string => digest.replace(':', '-');

/** What refers to a manifest: as the registry tells it, else by the list under the tag. */
export async function findReferrers(
  repository: Repository,
  digest: Digest,
): Promise<{ readonly told: boolean; readonly manifests: readonly Descriptor[] }> {
  const told = await withRetries(() => askReferrers(repository, digest), repository.signal);
  if (told) return { told: true, manifests: told };
  const list = await repository.manifest(referrersTag(digest));
  return { told: false, manifests: list?.content.kind === 'index' ? list.content.index.manifests : [] };
}

/** Undefined where the registry knows no referrers, and for statuses with which older ones say so. */
async function askReferrers({ ask }: Repository, digest: Digest): Promise<readonly Descriptor[] | undefined> {
  const answer = await ask(`referrers/${digest}`, [200, 400, 404, 405], {
    headers: { accept: mediaTypes.index },
  });
  const name = `'${answer.url.host}'`;
  const bytes = await readBody(answer, { limit: maxManifestSize, name });
  if (answer.status !== 200) return undefined;
  const content = readManifest(bytes, name);
  return content.kind === 'index' ? content.index.manifests : undefined;
}

/** Whether what refers to a manifest is a signature of it. */
export function isSignature({ artifactType, mediaType }: Descriptor): boolean {
  return mediaType === mediaTypes.manifest && artifactType === mediaTypes.signature;
}
