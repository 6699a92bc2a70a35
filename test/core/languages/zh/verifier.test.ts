import t from 'tap';
import { chinese } from '../../../../core/languages/zh.js';
import { verifierChinese } from '../../../../core/languages/zh/verifier.js';

t.test('it is in the order of the English, and part of the Chinese', async (t) => {
  const keys = Object.keys(verifierChinese);
  t.same(keys, keys.toSorted());
  t.ok(keys.every((key) => chinese[key] === verifierChinese[key]));
});

t.test('each is Chinese', async (t) => {
  for (const [key, text] of Object.entries(verifierChinese)) t.match(text, /[\u4e00-\u9fff]/, key);
});
