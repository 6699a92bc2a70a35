import t from 'tap';
import { readDirective, skippedRanges } from '../../../compiler/source/conditionals.js';
import { scanTokens } from '../../../compiler/source/tokens.js';

const skipped = (text: string): string[] =>
  skippedRanges(text, scanTokens(text)).map(({ start, end }) => text.slice(start, end).trim());

t.test('both branches of whole declarations count', async (t) => {
  t.same(skipped('#ifdef A\nint a;\n#elif B\nint f(void) {}\n#else\n#endif\n'), []);
});

t.test('what #if 0 switches off is skipped, and its other branch counts', async (t) => {
  t.same(skipped('#if 0\nint a;\n#else\nint b;\n#endif'), ['int a;']);
  t.same(skipped('#if 1\nint a;\n#else\nint b;\n#endif'), ['int b;']);
});

t.test('of branches that are pieces of one construct the first counts', async (t) => {
  t.same(skipped('#ifdef A\nif (a) {\n#else\nif (b) {\n#endif\n}'), ['if (b) {']);
  t.same(skipped('#ifdef A\nSEC("a")\n#else\nSEC("b")\n#endif\nint f;'), ['SEC("b")']);
  t.same(skipped('#ifdef A\n} {\n#else\nx;\n#endif'), ['x;']);
});

t.test('an inner conditional counts with what is kept of it', async (t) => {
  const inner = '#if B\n{\n#else\n{\n#endif\n}';
  t.same(skipped(`#if A\n${inner}\n#else\nint b;\n#endif`), ['{']);
});

t.test('directives that do not belong together are no fault', async (t) => {
  t.same(skipped('#else\n#endif\n#elif\nint a;\n#if A\nint b;'), []);
});

t.test('a directive is its word and the rest', async (t) => {
  const text = '#  define A \\\n 1';
  const [token] = scanTokens(text);
  t.same(token && readDirective(text, token), ['define', 'A \\\n 1']);
});
