import t from 'tap';
import { openPackage } from '../../../../core/package/open.js';
import { packageArtifact } from '../../../../runtime/registry/artifact/package-artifact.js';
import { digestOf } from '../../../../runtime/registry/digest.js';
import { mediaTypes } from '../../../../runtime/registry/media-types.js';
import { readManifest } from '../../../../runtime/registry/read-manifest.js';
import { tracingPackage } from '../../../fixtures/tracing-package.js';

t.test('a bundle lies beside the package that it holds, whole', async (t) => {
  const bytes = tracingPackage();
  const bundle = Buffer.from('a tar');
  const { manifest, blobs } = packageArtifact(openPackage(bytes), bytes, bundle);
  const content = readManifest(manifest, 'x');
  if (content.kind !== 'manifest') throw new Error('it is no manifest');
  t.match(content.manifest.layers, [
    { mediaType: mediaTypes.package },
    { mediaType: mediaTypes.object },
    {
      mediaType: mediaTypes.bundle,
      digest: digestOf(bundle),
      annotations: { 'org.opencontainers.image.title': 'tracepoint.tar' },
    },
  ]);
  t.ok(blobs.includes(bundle));
});

t.test('a package and its object lie side by side, and every blob is named', async (t) => {
  const bytes = tracingPackage();
  const artifact = packageArtifact(openPackage(bytes), bytes);
  const content = readManifest(artifact.manifest, 'x');
  if (content.kind !== 'manifest') throw new Error('it is no manifest');
  const { config, layers, artifactType } = content.manifest;
  t.equal(artifactType, mediaTypes.artifact);
  t.same(
    [config, ...layers].map(({ digest }) => digest),
    artifact.blobs.map(digestOf),
  );
  t.same(
    layers.map(({ mediaType }) => mediaType),
    [mediaTypes.package, mediaTypes.object],
  );
  t.same(packageArtifact(openPackage(bytes), bytes).manifest, artifact.manifest, 'the same again');
});
