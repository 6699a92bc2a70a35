import t from 'tap';
import { describeBlob } from '../../../runtime/registry/artifact/describe-blob.js';
import { attachSignature } from '../../../runtime/registry/attach-signature.js';
import { mediaTypes } from '../../../runtime/registry/media-types.js';
import { readSignatures } from '../../../runtime/registry/read-signatures.js';
import { referrersTag, signatureTag } from '../../../runtime/registry/signature-places.js';
import { fakeRepository } from '../../fixtures/fake-transport.js';

const subject = describeBlob(mediaTypes.manifest, Buffer.from('manifest'));
const candidate = (signature: string) => ({ payload: Buffer.from('{"critical": {}}'), signature });

t.test('signatures lie under the tag of cosign, and among what refers to the manifest', async (t) => {
  const { repository, manifests } = await fakeRepository();
  await attachSignature(repository, subject, candidate('b25l'));
  const digest = await attachSignature(repository, subject, candidate('dHdv'));
  await attachSignature(repository, subject, candidate('dHdv'));
  const kept = JSON.parse(Buffer.from(manifests.get(signatureTag(subject.digest)) ?? []).toString());
  t.match(kept, { artifactType: mediaTypes.signature, subject: { digest: subject.digest } });
  t.equal(kept.layers.length, 2, 'the same one is there once');
  const list = JSON.parse(Buffer.from(manifests.get(referrersTag(subject.digest)) ?? []).toString());
  t.ok(list.manifests.some((each: { digest: string }) => each.digest === digest));
});

t.test('a registry that keeps the list itself is left to do it', async (t) => {
  const put = `PUT manifests/${signatureTag(subject.digest)}`;
  const { repository, manifests } = await fakeRepository({
    [put]: { status: 201, headers: { 'oci-subject': 'x' } },
  });
  await attachSignature(repository, subject, candidate('b25l'));
  t.same([...manifests.keys()], []);
  t.same(await readSignatures(repository, subject.digest), []);
});
