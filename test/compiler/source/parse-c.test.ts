import * as fc from 'fast-check';
import t from 'tap';
import { TseccError } from '../../../core/errors.js';
import { parseC } from '../../../compiler/source/parse-c.js';
import { descendants } from '../../../compiler/source/tree.js';
import { annotatedSource } from '../../fixtures/annotations/read-source.js';

t.test('nodes lie where their text is', async (t) => {
  const { root, source } = await parseC('/* é😀 */ int abc = 1;');
  const names = [...descendants(root)].filter(({ type }) => type === 'identifier');
  t.same(
    names.map(({ start, end }) => source.slice(start, end)),
    ['abc'],
  );
});

t.test('what BPF sources write is C to it', async (t) => {
  for (const name of ['every-annotation.bpf.c', 'events.h', 'buffers.c']) {
    const { root } = await parseC(await annotatedSource(name));
    t.notOk(
      [...descendants(root)].some(({ type }) => type === 'ERROR'),
      name,
    );
  }
});

t.test('bodies that nobody asks about are empty', async (t) => {
  const { root, source } = await parseC('int f(void) { a(); } int g(void) { b(); }', {
    bodiesWith: new Set(['b']),
  });
  const calls = [...descendants(root)].filter(({ type }) => type === 'call_expression');
  t.same(
    calls.map(({ start, end }) => source.slice(start, end)),
    ['b()'],
  );
});

t.test('deep nesting is no danger', async (t) => {
  const { root } = await parseC(`int a = ${'('.repeat(20_000)}1${')'.repeat(20_000)};`);
  t.ok([...descendants(root)].length > 3);
});

t.test('a text too long is refused', async (t) => {
  await t.rejects(parseC(' '.repeat(17 * 1024 * 1024)), { code: 'compile-failed' });
});

t.test('any text parses, or fails with an error of ours', async () => {
  const source = await annotatedSource('awkward.c');
  await fc.assert(
    fc.asyncProperty(fc.nat(source.length), fc.nat(60), fc.string(), async (at, length, text) => {
      try {
        const { root } = await parseC(source.slice(0, at) + text + source.slice(at + length));
        return [...descendants(root)].every(({ start, end }) => start <= end);
      } catch (error) {
        return error instanceof TseccError;
      }
    }),
    { numRuns: 60 },
  );
});
