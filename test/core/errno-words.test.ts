import { getSystemErrorMap } from 'node:util';
import t from 'tap';
import { errnoWords } from '../../core/errno-words.js';

t.test('the words of each error are those of libuv', async (t) => {
  const words = new Map(getSystemErrorMap().values());
  for (const [name, said] of Object.entries(errnoWords)) t.equal(String(said), words.get(name), name);
});
