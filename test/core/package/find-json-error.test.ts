import * as fc from 'fast-check';
import t from 'tap';
import { findJsonError } from '../../../core/package/find-json-error.js';

t.test('the offset is that of the first token JSON does not allow', async (t) => {
  const cases: [string, number | undefined][] = [
    ['{"a": [1, -2.5e3, "x\\u00e9\\n", true, null, {}, []]}', undefined],
    [' 1 ', undefined],
    ['', 0],
    ['   ', 3],
    ['{"a" 1}', 5],
    ['{"a": 1,}', 8],
    ['[1,]', 3],
    ['[1 2]', 3],
    ['{a: 1}', 1],
    ["{'a': 1}", 1],
    ['{"a": 1]', 7],
    ['[1}', 2],
    ['1 2', 2],
    ['01', 1],
    ['"a\tb"', 2],
    ['"a\\x"', 2],
    ['"a\\u12', 6],
    ['{"a": "cut', 10],
    ['{"a": [1', 8],
    [']', 0],
    [',', 0],
    ['{:1}', 1],
  ];
  t.plan(cases.length);
  for (const [text, at] of cases) t.equal(findJsonError(text), at, text);
});

t.test('it agrees with JSON.parse on what is JSON', async (t) => {
  const pieces = fc.array(
    fc.constantFrom('{', '}', '[', ']', ':', ',', '"a"', '1', '-', 'true', ' ', '"', '\\', '0'),
  );
  const isJson = (text: string): boolean => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  t.doesNotThrow(() =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          pieces.map((some) => some.join('')),
        ),
        (text) => {
          return (findJsonError(text) === undefined) === isJson(text);
        },
      ),
      { numRuns: 5000 },
    ),
  );
});

t.test('a string of millions of characters does not exhaust the stack', async (t) => {
  t.equal(findJsonError(`"${'\\n'.repeat(5e6)}`), 1 + 1e7);
});
