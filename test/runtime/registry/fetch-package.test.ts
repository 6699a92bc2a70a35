import t from 'tap';
import { openPackage } from '../../../core/package/open.js';
import { bpfmanImage } from '../../../runtime/registry/artifact/bpfman-image.js';
import { packageArtifact } from '../../../runtime/registry/artifact/package-artifact.js';
import { indexOf } from '../../../runtime/registry/artifact/variants.js';
import { digestOf } from '../../../runtime/registry/digest.js';
import { fetchPackage } from '../../../runtime/registry/fetch-package.js';
import { fakeRepository } from '../../fixtures/fake-transport.js';
import { tarOf } from '../../fixtures/hostile/tar.js';
import { tracingPackage } from '../../fixtures/tracing-package.js';

const bytes = tracingPackage();
const artifact = packageArtifact(openPackage(bytes), bytes);

t.test('the package that a tag names, in the variant for a machine', async (t) => {
  const { repository, manifests, blobs } = await fakeRepository();
  for (const blob of artifact.blobs) blobs.set(digestOf(blob), blob);
  manifests.set('1', artifact.manifest);
  t.match(await fetchPackage(repository, 'amd64', {}), { bytes, digest: digestOf(artifact.manifest) });
  const index = indexOf([{ architecture: 'arm64', artifact }]);
  manifests.set(digestOf(artifact.manifest), artifact.manifest);
  manifests.set('1', index.manifest);
  t.match(await fetchPackage(repository, 'arm64', {}), { bytes, digest: digestOf(index.manifest) });
  await t.rejects(fetchPackage(repository, 'amd64', {}), { code: 'package-invalid', message: /no variant/ });
});

t.test('a bundle is what is fetched, and holds the package that the reference shows', async (t) => {
  const { repository, manifests, blobs } = await fakeRepository();
  const bundle = tarOf({ name: 'package.json', content: bytes });
  const pushed = packageArtifact(openPackage(bytes), bytes, bundle);
  for (const blob of pushed.blobs) blobs.set(digestOf(blob), blob);
  manifests.set('1', pushed.manifest);
  t.same(Buffer.from((await fetchPackage(repository, 'amd64', {})).bytes), Buffer.from(bundle));

  const other = tarOf({ name: 'package.json', content: tracingPackage('another') });
  const swapped = packageArtifact(openPackage(bytes), bytes, other);
  for (const blob of swapped.blobs) blobs.set(digestOf(blob), blob);
  manifests.set('1', swapped.manifest);
  await t.rejects(fetchPackage(repository, 'amd64', {}), {
    code: 'package-invalid',
    message: /its bundle holds another package than it shows/,
  });
});

t.test('what is no package of ours, and what is not there', async (t) => {
  const { repository, manifests } = await fakeRepository();
  await t.rejects(fetchPackage(repository, 'amd64', {}), {
    code: 'package-invalid',
    message: /no such package/,
  });
  manifests.set('1', bpfmanImage(openPackage(bytes), 'amd64').manifest);
  await t.rejects(fetchPackage(repository, 'amd64', {}), {
    code: 'package-invalid',
    message: /no package of tsecc/,
  });
});
