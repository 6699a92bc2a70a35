import t from 'tap';
import { findAttributeWords } from '../../../compiler/source/attribute-words.js';
import { scanTokens } from '../../../compiler/source/tokens.js';

const wordsOf = (text: string) => findAttributeWords(text, scanTokens(text));

t.test('the usual words are known', async (t) => {
  const words = wordsOf('');
  for (const word of ['__always_inline', '__noinline', '__packed', '__kconfig', '__ksym', '__weak'])
    t.ok(words.has(word));
});

t.test('macros for attributes are learnt from the source', async (t) => {
  const words = wordsOf(
    '#define HOT __attribute__((hot))\n#define FAST static HOT inline\n#define TIGHT __attribute__((packed))\n',
  );
  t.ok(words.has('HOT'));
  t.ok(words.has('FAST'));
  t.match(words.get('TIGHT'), /packed/);
});

t.test('other macros are not', async (t) => {
  const words = wordsOf(
    '#define A 1\n#define B struct x\n#define C\n#define D(x) (x)\n#define E static int\n',
  );
  for (const word of 'ABCDE') t.notOk(words.has(word), word);
});

t.test('SEC() is no mere attribute, whoever defines it', async (t) => {
  t.notOk(wordsOf('#define SEC(name) __attribute__((section(name), used))\n').has('SEC'));
});
