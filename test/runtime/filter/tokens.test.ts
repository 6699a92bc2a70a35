import t from 'tap';
import { readTokens } from '../../../runtime/filter/tokens.js';

const positions = new Set(['kind', 'start', 'end']);

t.test('splits an expression', async (t) => {
  const tokens = readTokens(' a_1.b[0]>=0x1F&&!c!~"x\\"\\n" ');
  t.same(
    tokens.map((token) =>
      Object.entries(token).flatMap(([key, value]) => (positions.has(key) ? [] : [value])),
    ),
    [['a_1'], ['.'], ['b'], ['['], [0n], [']'], ['>='], [31n], ['&&'], ['!'], ['c'], ['!~'], ['x"\n'], []],
  );
  t.match(tokens[0], { start: 1, end: 4 });
  t.match(tokens.at(-1), { kind: 'end', start: 29, end: 29 });
});

t.test('reads numbers exactly', async (t) => {
  t.match(readTokens('18446744073709551615')[0], { kind: 'integer', value: 18446744073709551615n });
  t.match(readTokens('0b101')[0], { value: 5n });
  t.match(readTokens('0o17')[0], { value: 15n });
  t.match(readTokens('1.5e3')[0], { kind: 'float', value: 1500 });
});

t.test('reads strings of either quote', async (t) => {
  t.match(readTokens(`'it is "so"'`)[0], { kind: 'text', text: 'it is "so"' });
  t.match(readTokens(String.raw`"\0\q"`)[0], { text: '\0q' });
});

t.test('points at what it cannot read', async (t) => {
  const refuse = (filter: string) => () => readTokens(filter);
  t.throws(refuse('a = 1'), { message: 'read filter: equality is written ==\n  a = 1\n    ^' });
  t.throws(refuse('a | b'), { message: 'read filter: or is written ||\n  a | b\n    ^' });
  t.throws(refuse('a "b'), { message: 'read filter: a string has no closing quote\n  a "b\n    ^~' });
  t.throws(refuse('12ab'), { message: 'read filter: a number goes on with a letter\n  12ab\n  ^~~' });
  t.throws(refuse('0755'), { message: /write 0o… for octal/ });
  t.throws(refuse('a 🐝'), { name: 'FilterError', message: /'🐝' means nothing here/ });
});
