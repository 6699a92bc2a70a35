import t from 'tap';
import { describeBlob, jsonBytes } from '../../../../runtime/registry/artifact/describe-blob.js';
import { digestOf } from '../../../../runtime/registry/digest.js';

t.test('bytes are named by type, digest and size', async (t) => {
  const bytes = jsonBytes({ a: 1 });
  t.equal(Buffer.from(bytes).toString(), '{"a":1}');
  t.same(describeBlob('a/b', bytes), { mediaType: 'a/b', digest: digestOf(bytes), size: 7 });
  t.match(describeBlob('a/b', bytes, { k: 'v' }), { annotations: { k: 'v' } });
});
