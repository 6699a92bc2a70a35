import * as fc from 'fast-check';
import t from 'tap';
import { splitWords, type ValueKind } from '../../../compiler/annotations/split-words.js';
import { findDocComments } from '../../../compiler/source/doc-comments.js';
import { scanTokens } from '../../../compiler/source/tokens.js';
import { cpuTimeOf } from '../../fixtures/cpu-time.js';

const kinds: Readonly<Record<string, ValueKind>> = { json: 'json', line: 'line', text: 'text', flag: 'flag' };

function split(source: string) {
  const [doc] = findDocComments(source, scanTokens(source));
  return splitWords(doc ?? { lines: [] }, (word) => kinds[word] ?? 'any');
}

const words = (source: string) => split(source).words.map(({ word, value }) => [word, value]);

t.test('a JSON value may take several lines, and text may stand around it', async (t) => {
  const { words, text } = split(
    '/**\n * before\n * @json {\n *   "a": -1,\n *   "b": true\n * }\n * after\n */',
  );
  t.match(words, [{ word: 'json', value: { a: -1, b: true }, fault: undefined }]);
  t.equal(text, 'before\n\nafter');
});

t.test('text goes on to the end of the paragraph or to the next word', async (t) => {
  t.same(words('/// @text a\n/// b @line c\n///\n/// @text d\n///\n/// e'), [
    ['text', 'a\nb'],
    ['line', 'c'],
    ['text', 'd'],
  ]);
  t.equal(split('/// @text d\n///\n/// e').text, 'e');
});

t.test('a line ends with its line, a flag with itself', async (t) => {
  const { words, text } = split('/// @line 1\n/// two\n/// @flag three');
  t.match(words, [{ value: 1 }, { value: true }]);
  t.equal(text, 'two\n\nthree');
});

t.test('text stays text, with its quotes taken off', async (t) => {
  t.same(words('/// @text 2023'), [['text', '2023']]);
  t.same(words('/// @text "a \\"b\\""'), [['text', 'a "b"']]);
  t.same(words('/// @text "a" and "b"'), [['text', '"a" and "b"']]);
});

t.test('words that nobody knows have JSON, or text that loses nothing', async (t) => {
  t.same(words('/// @x {"a": 1} @y [1] @z -5 @u 1.10 @v @w false'), [
    ['x', { a: 1 }],
    ['y', [1]],
    ['z', -5],
    ['u', '1.10'],
    ['v', true],
    ['w', false],
  ]);
  t.same(words('/// @param[in] x the value'), [['param', '[in] x the value']]);
});

t.test('a colon after a word, and a backslash before one at the start of a line, are let pass', async (t) => {
  t.same(words('/// @process_start: called\n///\n/// \\attach when it ends'), [
    ['process_start', 'called'],
    ['attach', 'when it ends'],
  ]);
});

t.test('an address or an escape in a text is no word', async (t) => {
  t.same(words('/// me@example.org ends with \\n @{'), []);
});

t.test('broken JSON is text with a fault that has its place', async (t) => {
  const source = '/** @json {"a": } @line 1 */';
  const [word, next] = split(source).words;
  t.equal(word?.value, '{"a": }');
  t.equal(word?.fault?.at, source.indexOf('}'));
  t.equal(next?.value, 1);
});

t.test('words know where they stand in the source', async (t) => {
  const source = 'int é; /**\n * a\n *\t@line 5\n */';
  const [word] = split(source).words;
  t.equal(source.slice(word?.start, word?.wordEnd), '@line');
  t.equal(source.slice(word?.start, word?.end), '@line 5');
});

t.test('what is written as a doc comment is read back', async () => {
  const text = fc.stringMatching(/^[a-z][a-z ]{0,20}[a-z]$/).map((words) => words.replace(/ +/g, ' '));
  const value = fc.oneof(fc.jsonValue({ maxDepth: 2 }).filter((json) => JSON.stringify(json) !== undefined));
  fc.assert(
    fc.property(text, fc.array(value, { maxLength: 4 }), fc.boolean(), (description, values, block) => {
      const objects = values.map((json) => JSON.stringify({ json }, null, 1));
      const lines = [description, ...objects.flatMap((json) => `@json ${json}`.split('\n'))];
      const source = block
        ? `/**\n${lines.map((line) => ` * ${line}\n`).join('')} */`
        : lines.map((line) => `/// ${line}\n`).join('');
      if (block && lines.some((line) => line.includes('*/'))) return true;
      const found = split(source);
      const written = found.words.map((word) => JSON.stringify(word.value));
      const plain = (json: string) => json.replace(/[\s"]/g, '');
      const unsafe = /__proto__|constructor|prototype/.test(source);
      return (
        unsafe ||
        (found.text === description &&
          written.every((json, index) => plain(json) === plain(objects[index] ?? '')))
      );
    }),
  );
});

t.test('any comment can be taken apart, quickly', async (t) => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'@\\aj{["}] \n:1'.split('')) }), (text) => {
      const source = `/** ${text.replaceAll('@j', '@json ')} */`;
      return split(source).words.every(({ start, end, wordEnd }) => start < wordEnd && end <= source.length);
    }),
  );
  for (const piece of ['@a ', '@json {', '@line "', '\n\n', '@json [', ' \\']) {
    const took = cpuTimeOf(() => void split(`/** ${piece.repeat(100_000 / piece.length)} */`));
    t.ok(took < 3000, `${piece}: ${took} ms`);
  }
});
