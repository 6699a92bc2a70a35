import { TseccError } from '../../../core/errors.js';
import { message, type Phrase } from '../../../core/message.js';
import { mediaTypes } from '../media-types.js';
import type { Descriptor, ImageIndex } from '../types.js';
import { describeBlob, jsonBytes } from './describe-blob.js';
import type { Artifact } from './types.js';

/** The index of variants of one package, each for machines of one architecture. */
export function indexOf(
  variants: readonly { readonly architecture: string; readonly artifact: Artifact }[],
): Artifact {
  const [first] = variants;
  const type = first?.artifact.artifactType;
  const artifactType = type === undefined ? {} : { artifactType: type };
  const index: ImageIndex = {
    schemaVersion: 2,
    mediaType: mediaTypes.index,
    ...artifactType,
    manifests: variants.map(({ architecture, artifact: { mediaType, manifest } }) => ({
      ...describeBlob(mediaType, manifest),
      ...artifactType,
      platform: { architecture, os: 'linux' },
    })),
  };
  return { blobs: [], mediaType: mediaTypes.index, ...artifactType, manifest: jsonBytes(index) };
}

/** The variant for an architecture. Throws `package-invalid` where there is none. */
export function chooseVariant({ manifests }: ImageIndex, architecture: string, name: Phrase): Descriptor {
  const found = manifests.find(
    ({ platform }) => platform?.os === 'linux' && platform.architecture === architecture,
  );
  if (found) return found;
  const there = manifests.flatMap(({ platform }) => (platform ? [platform.architecture] : []));
  throw new TseccError('package-invalid', message`read ${name}: it has no variant for ${architecture}`, {
    cure: there.length === 0 ? undefined : message`there are: ${there.join(', ')}`,
  });
}
