import t from 'tap';
import { characterWidth, displayWidth } from '../../../runtime/render/display-width.js';

t.test('counts cells', async (t) => {
  const table = {
    abc: 3,
    '': 0,
    ä: 1,
    'a\u0308': 1,
    中文: 4,
    한글: 4,
    かな: 4,
    ｱ: 1,
    Ａ: 2,
    '🐝': 2,
    '…': 1,
    Ж: 1,
    '⌚': 2,
  };
  for (const [text, width] of Object.entries(table)) t.equal(displayWidth(text), width, text);
  t.equal(displayWidth('\u200b'), 0);
  t.equal(characterWidth('𠀀'), 2);
});
