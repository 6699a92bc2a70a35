import t from 'tap';
import { describeBlob } from '../../../runtime/registry/artifact/describe-blob.js';
import { putManifest, uploadBlob } from '../../../runtime/registry/upload.js';
import { fakeRepository } from '../../fixtures/fake-transport.js';

const bytes = Buffer.from('0123456789');
const blob = describeBlob('', bytes);

t.test('a blob is put once', async (t) => {
  const { repository, blobs, asked } = await fakeRepository();
  await uploadBlob(repository, bytes, blob);
  t.same(blobs.get(blob.digest), bytes);
  const before = asked().length;
  await uploadBlob(repository, bytes, blob);
  t.same(
    asked()
      .slice(before)
      .map((each) => each.split(' ')[0]),
    ['HEAD'],
  );
});

t.test('an upload that was cut goes on where the registry has it', async (t) => {
  const answers = {
    'PUT blobs/uploads/1': { status: 503 },
    'GET blobs/uploads/1': { status: 204, headers: { location: '/v2/a/blobs/uploads/2', range: '0-3' } },
    'PATCH blobs/uploads/2': { status: 202, headers: { location: '/v2/a/blobs/uploads/3' } },
  };
  const { repository, asks } = await fakeRepository(answers);
  await uploadBlob(repository, bytes, blob);
  const patch = asks.find(({ method }) => method === 'PATCH');
  t.same(patch?.body, bytes.subarray(4));
  t.equal(patch?.headers?.['content-range'], '4-9');
});

t.test('a registry that names no place is told', async (t) => {
  const { repository } = await fakeRepository({ 'POST blobs/uploads/': { status: 202 } });
  await t.rejects(uploadBlob(repository, bytes, blob), { code: 'package-invalid', message: /no place/ });
});

t.test('a manifest goes under its tag, else under its digest', async (t) => {
  const { repository, manifests } = await fakeRepository();
  const { digest } = await putManifest(repository, bytes, 'a/b');
  await putManifest(repository, bytes, 'a/b', 'tag');
  t.same([...manifests.keys()], [digest, 'tag']);
});
