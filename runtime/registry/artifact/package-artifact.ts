import type { OpenedPackage } from '../../../core/package/types.js';
import { mediaTypes } from '../media-types.js';
import { bundleFileName, objectFileName, packageAnnotations } from './annotations.js';
import { describeBlob, jsonBytes } from './describe-blob.js';
import type { Artifact } from './types.js';

/** For artifacts that need no configuration. */
const emptyConfig = Buffer.from('{}');

const title = (name: string) => ({ 'org.opencontainers.image.title': name });

/**
 * Our own form: the package as it is, and beside it the raw object, for whatever reads ELF; and the bundle that the package
 * was in, whole, so that its types and the signature beside it keep their worth.
 */
export function packageArtifact(opened: OpenedPackage, bytes: Uint8Array, bundle?: Uint8Array): Artifact {
  const manifest = {
    schemaVersion: 2,
    mediaType: mediaTypes.manifest,
    artifactType: mediaTypes.artifact,
    config: describeBlob(mediaTypes.empty, emptyConfig),
    layers: [
      describeBlob(mediaTypes.package, bytes, title('package.json')),
      describeBlob(mediaTypes.object, opened.object, title(objectFileName(opened))),
      ...(bundle ? [describeBlob(mediaTypes.bundle, bundle, title(bundleFileName(opened)))] : []),
    ],
    annotations: packageAnnotations(opened),
  };
  return {
    blobs: [emptyConfig, bytes, opened.object, ...(bundle ? [bundle] : [])],
    mediaType: mediaTypes.manifest,
    artifactType: mediaTypes.artifact,
    manifest: jsonBytes(manifest),
  };
}
