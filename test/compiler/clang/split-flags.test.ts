import * as fc from 'fast-check';
import t from 'tap';
import { splitFlags } from '../../../compiler/clang/split-flags.js';

t.test('words are split as a shell does', async (t) => {
  const cases: [string, string[]][] = [
    ['', []],
    ['  \t\n ', []],
    ['-DX -I include', ['-DX', '-I', 'include']],
    [`-DNAME='"a b"' x`, ['-DNAME="a b"', 'x']],
    [String.raw`"a \"b\" \n" c\ d`, [String.raw`a "b" \n`, 'c d']],
    [`'' ""`, ['', '']],
    [`a'b'"c"d`, ['abcd']],
    ['$(id) ; `x` *', ['$(id)', ';', '`x`', '*']],
  ];
  for (const [text, words] of cases) t.same(splitFlags(text), words, JSON.stringify(text));
});

t.test('a quote that is not closed is a usage error', async (t) => {
  t.throws(() => splitFlags(`-D 'a`), { code: 'usage', message: /quote at character 4 is not closed/ });
  t.throws(() => splitFlags('"a'), { code: 'usage' });
  t.throws(() => splitFlags('a\\'), { code: 'usage' });
});

t.test('any words survive quoting', async (t) => {
  const quote = (word: string): string => `'${word.replaceAll("'", `'\\''`)}'`;
  fc.assert(
    fc.property(fc.array(fc.string()), (words) => {
      t.strictSame(splitFlags(words.map(quote).join(' ')), words);
    }),
  );
});
