import t from 'tap';
import { findAttributeWords } from '../../../compiler/source/attribute-words.js';
import { selectCode } from '../../../compiler/source/code-tokens.js';
import { findIdleBodies } from '../../../compiler/source/idle-bodies.js';
import { scanTokens } from '../../../compiler/source/tokens.js';

function idle(source: string, ...wanted: string[]): string[] {
  const tokens = scanTokens(source);
  const code = selectCode(source, tokens);
  const found = findIdleBodies(code, findAttributeWords(source, tokens), new Set(wanted));
  return [...found].map(([open, close]) => source.slice(code.tokens[open]?.start, code.tokens[close]?.end));
}

t.test('bodies without the words are idle, what is no function is not', async (t) => {
  const source = 'struct a { int x; }; int f(void) { x; } int g(void) __noinline { y; } int b[] = { 1 };';
  t.same(idle(source, 'x'), ['{ y; }']);
  t.same(idle(source), ['{ x; }', '{ y; }']);
});

t.test('who calls a function that has the word is not idle, nor who calls that one', async (t) => {
  t.same(
    idle('int f(void) { x; } int g(int a) { { f(); } } int h(void) { g(1); } int i(void) { j(); }', 'x'),
    ['{ j(); }'],
  );
});

t.test('a brace that is never closed hides nothing', async (t) => {
  t.same(idle('int f(void) { int g(void { y; }', 'x'), []);
});
