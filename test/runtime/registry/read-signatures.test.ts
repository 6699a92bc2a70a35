import t from 'tap';
import { describeBlob } from '../../../runtime/registry/artifact/describe-blob.js';
import { attachSignature } from '../../../runtime/registry/attach-signature.js';
import { mediaTypes } from '../../../runtime/registry/media-types.js';
import { layersOf, readSignatures, signatureAnnotation } from '../../../runtime/registry/read-signatures.js';
import { signatureTag } from '../../../runtime/registry/signature-places.js';
import { fakeRepository } from '../../fixtures/fake-transport.js';

const subject = describeBlob(mediaTypes.manifest, Buffer.from('manifest'));
const payload = Buffer.from('{}');

t.test('every signature is read once, in whichever place it is', async (t) => {
  const { repository, manifests } = await fakeRepository();
  t.same(await readSignatures(repository, subject.digest), []);
  const digest = await attachSignature(repository, subject, { payload, signature: 'b25l' });
  const manifest = manifests.get(signatureTag(subject.digest)) ?? Buffer.of();
  manifests.set(digest, manifest);
  t.match(await readSignatures(repository, subject.digest), [{ payload, signature: 'b25l' }]);
  manifests.delete(signatureTag(subject.digest));
  t.match(
    await readSignatures(repository, subject.digest),
    [{ payload, signature: 'b25l' }],
    'by the list alone',
  );
});

t.test('what is no signed document is left out', async (t) => {
  const { repository, manifests } = await fakeRepository();
  const own = { [signatureAnnotation]: 'b25l' };
  const layers = [
    describeBlob('other/type', payload, own),
    describeBlob(mediaTypes.simpleSigning, payload),
    { ...describeBlob(mediaTypes.simpleSigning, payload, own), size: 1e6 },
  ];
  const manifest = { schemaVersion: 2, mediaType: mediaTypes.manifest, config: layers[0], layers };
  manifests.set('x', Buffer.from(JSON.stringify(manifest)));
  t.same(await layersOf(repository, 'x'), []);
});
