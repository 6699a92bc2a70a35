import t from 'tap';
import { describeBlob } from '../../../runtime/registry/artifact/describe-blob.js';
import { downloadBlob } from '../../../runtime/registry/download.js';
import { fakeRepository } from '../../fixtures/fake-transport.js';

const bytes = Buffer.from('the whole of it');
const blob = describeBlob('a/b', bytes);

t.test('a blob has its digest, its size, and a limit', async (t) => {
  const shown: number[] = [];
  const { repository } = await fakeRepository({ [`GET blobs/${blob.digest}`]: { body: bytes } });
  t.same(await downloadBlob(repository, blob, { limit: 99, onProgress: (have) => shown.push(have) }), bytes);
  t.same(shown, [bytes.length]);
  await t.rejects(downloadBlob(repository, blob, { limit: 9 }), {
    code: 'package-invalid',
    message: /larger/,
  });
  const longer = { ...blob, size: 3 };
  await t.rejects(downloadBlob(repository, longer, { limit: 99 }), { code: 'package-invalid' });
  const { repository: other } = await fakeRepository({
    [`GET blobs/${blob.digest}`]: { body: 'another of it!!' },
  });
  await t.rejects(downloadBlob(other, blob, { limit: 99 }), {
    code: 'package-invalid',
    message: /was changed/,
  });
});
