import t from 'tap';
import { unbundle } from '../../../../runtime/source/bundle/unbundle.js';
import { tarOf } from '../../../fixtures/hostile/tar.js';

t.test('the package of a bundle, and what is no bundle as it is', async (t) => {
  const content = Buffer.from('{"a": 1}');
  t.equal((await unbundle(content)).bytes, content);
  t.same(Buffer.from((await unbundle(tarOf({ name: 'package.json', content }))).bytes), content);
  await t.rejects(unbundle(tarOf({ name: 'other.json', content })), { code: 'package-invalid' });
});
