import { readFileSync } from 'node:fs';
import t from 'tap';
import { maxDepth, maxObjectSize } from '../../../core/package/limits.js';

t.test('the schema bounds the object as the code does', async (t) => {
  const url = new URL('../../../core/package/package.schema.json', import.meta.url);
  const schema = JSON.parse(readFileSync(url, 'utf8')) as {
    properties: { bpf_object_size: { maximum: number } };
  };
  t.equal(schema.properties.bpf_object_size.maximum, maxObjectSize);
  t.ok(maxDepth >= 9, 'and the format itself fits the depth');
});
