import t from 'tap';
import { pairBrackets } from '../../../compiler/source/brackets.js';
import { scanTokens } from '../../../compiler/source/tokens.js';

const pairs = (text: string): number[] => [...pairBrackets(text, scanTokens(text))];

t.test('each bracket knows its partner', async (t) => {
  t.same(pairs('{(a)[]}'), [6, 3, -1, 1, 5, 4, 0]);
});

t.test('a closing bracket that fits nothing is passed over', async (t) => {
  t.same(pairs('(]a)'), [3, -1, -1, 0]);
});

t.test('an open bracket that is cut off stays alone', async (t) => {
  t.same(pairs('{(}'), [2, -1, 0]);
  t.same(pairs('(()'), [-1, 2, 1]);
});

t.test('many brackets take no time to speak of', async (t) => {
  const text = ')'.repeat(50_000) + '('.repeat(50_000) + ']'.repeat(50_000);
  t.ok(pairs(text).every((pair) => pair === -1));
});
