import t from 'tap';
import { chooseVariant, indexOf } from '../../../../runtime/registry/artifact/variants.js';
import { hostArchitecture } from '../../../../runtime/registry/artifact/types.js';
import { digestOf } from '../../../../runtime/registry/digest.js';
import { readManifest } from '../../../../runtime/registry/read-manifest.js';
import { mediaTypes } from '../../../../runtime/registry/media-types.js';

const artifact = (text: string) => ({
  blobs: [],
  mediaType: mediaTypes.manifest,
  artifactType: mediaTypes.artifact,
  manifest: Buffer.from(text),
});

t.test('each machine finds its variant', async (t) => {
  const index = indexOf([
    { architecture: 'amd64', artifact: artifact('a') },
    { architecture: 'arm64', artifact: artifact('b') },
  ]);
  const content = readManifest(index.manifest, 'x');
  if (content.kind !== 'index') throw new Error('it is no index');
  t.equal(content.index.artifactType, mediaTypes.artifact);
  t.equal(chooseVariant(content.index, 'arm64', 'x').digest, digestOf(Buffer.from('b')));
  t.throws(() => chooseVariant(content.index, 's390x', 'x'), {
    code: 'package-invalid',
    cure: 'there are: amd64, arm64',
  });
  t.throws(() => chooseVariant({ ...content.index, manifests: [] }, 's390x', 'x'), {
    code: 'package-invalid',
  });
  t.equal(hostArchitecture('x64'), 'amd64');
  t.equal(hostArchitecture('arm64'), 'arm64');
});
