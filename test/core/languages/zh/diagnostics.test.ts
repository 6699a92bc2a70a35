import t from 'tap';
import { diagnostics } from '../../../../core/languages/zh/diagnostics.js';

t.test('messages stand in the order of the English ones, and each is said in Chinese', async (t) => {
  const keys = Object.keys(diagnostics);
  t.ok(keys.length > 50);
  t.same(keys, keys.toSorted());
  for (const [key, text] of Object.entries(diagnostics)) {
    if (/^[^a-z]*$/i.test(key.replaceAll(/\{\d\}/g, ''))) continue;
    t.match(text, /[\u4e00-\u9fff\uff00-\uffef]/, key);
  }
});
