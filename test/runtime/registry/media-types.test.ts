import t from 'tap';
import { mediaTypes } from '../../../runtime/registry/media-types.js';

t.test('each name is a media type, and no two are the same', async (t) => {
  const names = Object.values(mediaTypes);
  for (const name of names) t.match(name, /^application\/vnd\.[\w.+-]+$/);
  t.equal(new Set(names).size, names.length);
});
