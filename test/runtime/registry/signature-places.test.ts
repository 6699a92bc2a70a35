import t from 'tap';
import { describeBlob } from '../../../runtime/registry/artifact/describe-blob.js';
import { mediaTypes } from '../../../runtime/registry/media-types.js';
import {
  findReferrers,
  isSignature,
  referrersTag,
  signatureTag,
} from '../../../runtime/registry/signature-places.js';
import { fakeRepository } from '../../fixtures/fake-transport.js';

const digest = `sha256:${'a'.repeat(64)}` as const;
const referrer = {
  ...describeBlob(mediaTypes.manifest, Buffer.from('x')),
  artifactType: mediaTypes.signature,
};
const list = JSON.stringify({ schemaVersion: 2, mediaType: mediaTypes.index, manifests: [referrer] });

t.test('where signatures are: as the registry tells, else under tags', async (t) => {
  t.equal(signatureTag(digest), `sha256-${'a'.repeat(64)}.sig`);
  const told = await fakeRepository({ [`GET referrers/${digest}`]: { body: list } });
  t.match(await findReferrers(told.repository, digest), { told: true, manifests: [referrer] });
  const older = await fakeRepository();
  t.match(await findReferrers(older.repository, digest), { told: false, manifests: [] });
  older.manifests.set(referrersTag(digest), Buffer.from(list));
  t.match(await findReferrers(older.repository, digest), { told: false, manifests: [referrer] });
  t.ok(isSignature(referrer));
  t.notOk(isSignature({ ...referrer, artifactType: 'an/sbom' }));
});
