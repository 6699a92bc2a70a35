import * as fc from 'fast-check';
import t from 'tap';
import { readJson } from '../../../compiler/annotations/read-json.js';
import { inEnglish } from '../../fixtures/in-english.js';

t.test('a value is read and what follows is left', async (t) => {
  t.same(readJson(' {"a": [1, -2.5, true, null, "b\\n"]} rest'), {
    value: { a: [1, -2.5, true, null, 'b\n'] },
    end: 36,
  });
  t.same(readJson('{}'), { value: {}, end: 2 });
  t.same(readJson('[ ]x'), { value: [], end: 3 });
});

t.test('numbers that a double cannot hold stay text', async (t) => {
  t.match(readJson('18446744073709551615'), { value: '18446744073709551615' });
  t.match(readJson('{"default": -9007199254740993}'), { value: { default: '-9007199254740993' } });
  t.match(readJson('1e999'), { value: '1e999' });
  t.match(readJson('9007199254740991'), { value: 9007199254740991 });
});

t.test('what is broken is said, with its place', async (t) => {
  const cases: [string, string | RegExp, number][] = [
    ['{a: 1}', 'a key stands in double quotes', 1],
    ["{'a': 1}", 'a key stands in double quotes', 1],
    ['{"a" 1}', "':' is missing after the key 'a'", 5],
    ['{"a": 1', /missing for the '{'/, 7],
    ['{"a": 1,}', 'a key stands in double quotes', 8],
    ['{"a": x}', /'x' is no value/, 6],
    ['{"a": \'x\'}', 'text stands in double quotes', 6],
    ['["a', 'the closing double quote is missing', 1],
    ['["a\n"]', /next line/, 3],
    ['["\\q"]', /backslash/, 1],
    ['{"a": 1, "a": 2}', "the key 'a' stands here twice", 9],
    ['{"__proto__": 1}', "the key '__proto__' is not allowed", 1],
    ['', 'a value is missing', 0],
    ['['.repeat(80), /nested/, 64],
  ];
  for (const [text, fault, at] of cases) t.match(inEnglish(readJson(text)), { fault, at }, text);
});

t.test('it reads what JSON.stringify writes', async () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(undefined, 2), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      const reading = readJson(text);
      if ('fault' in reading) return /__proto__|constructor|prototype/.test(text);
      // Whole numbers past 2^53 come back as text, and minus zero writes as 0.
      return (
        reading.end === text.length &&
        JSON.stringify(reading.value).replaceAll('"', '') === JSON.stringify(value).replaceAll('"', '')
      );
    }),
  );
});

t.test('any text gives a value or a fault that lies in it', async () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'{}[]":,\\ \n1ea-.'.split('')) }), (text) => {
      const reading = readJson(text);
      return 'fault' in reading ? reading.at <= text.length : reading.end <= text.length;
    }),
  );
});
