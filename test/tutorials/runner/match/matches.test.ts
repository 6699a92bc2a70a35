import fc from 'fast-check';
import t from 'tap';
import { matches } from '../../../../tutorials/runner/match/matches.js';
import type { Matcher } from '../../../../tutorials/runner/lessons/types.js';

const rows: readonly (readonly [value: unknown, matcher: Matcher, holds: boolean])[] = [
  [7n, 7, true],
  [7, '7', true],
  ['7', 8, false],
  [true, true, true],
  [undefined, 'undefined', false],
  [null, 'null', false],
  ['abc', { matches: '^a.c$' }, true],
  [12, { matches: '^1' }, true],
  [{}, { matches: 'object' }, false],
  [5n, { min: 5, max: 6 }, true],
  [7, { min: 5, max: 6 }, false],
  ['5', { min: 1 }, false],
  [5, { not: 5 }, false],
  [5, { not: { min: 6 } }, true],
  [undefined, { not: 5 }, false],
  [{ min: 5 }, { min: 5 }, true],
  [{ a: { b: 1, c: 2 } }, { a: { b: 1 } }, true],
  [{ a: 1 }, { b: 1 }, false],
  [[1, 2], [1, 2], true],
  [[1, 2], [1], false],
  [[1n, 0n, 3n], { sum: 4 }, true],
  [[1, 'x'], { sum: 1 }, false],
  [[{ symbol: 'main' }], { some: { symbol: { matches: '^ma' } } }, true],
  [[], { some: 1 }, false],
];

t.test('values are as their matchers say', async (t) => {
  for (const [value, matcher, holds] of rows) {
    const text = JSON.stringify([value, matcher], (_, inner: unknown) =>
      typeof inner === 'bigint' ? `${inner}n` : inner,
    );
    t.equal(matches(value, matcher, new Map()), holds, text);
  }
});

t.test('what is saved is the same where it is asked for', async (t) => {
  const fresh = new Map<string, string>();
  t.ok(matches({ pid: 7n }, { pid: { save: 'pid' } }, new Map(), fresh));
  t.same([...fresh], [['pid', '7']]);
  t.ok(matches(7, { saved: 'pid' }, fresh));
  t.notOk(matches(8, { saved: 'pid' }, fresh));
  t.notOk(matches(8, { saved: 'other' }, fresh));
  t.ok(matches({ a: 1, b: 1 }, { a: { save: 'x' }, b: { saved: 'x' } }, new Map()), 'in one value, too');
});

t.test('no value and no matcher makes it throw', async () => {
  const matcher = fc.letrec<{ matcher: Matcher }>((tie) => ({
    matcher: fc.oneof(
      { maxDepth: 3 },
      fc.integer(),
      fc.string(),
      fc.boolean(),
      fc.dictionary(
        fc.constantFrom('min', 'max', 'not', 'save', 'saved', 'some', 'sum', 'a'),
        tie('matcher'),
      ),
      fc.array(tie('matcher'), { maxLength: 2 }),
    ),
  })).matcher;
  fc.assert(
    fc.property(
      fc.anything({ withBigInt: true }),
      matcher,
      (value, each) => typeof matches(value, each, new Map()) === 'boolean',
    ),
  );
});
