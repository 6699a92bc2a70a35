import * as fc from 'fast-check';
import t from 'tap';
import { editDistance } from '../../core/edit-distance.js';

t.test('counts insertions, deletions, replacements and swaps', async (t) => {
  t.equal(editDistance('unlink', 'unlink', 3), 0);
  t.equal(editDistance('unlink', 'unlinkat', 3), 2);
  t.equal(editDistance('unlink', 'nlink', 3), 1);
  t.equal(editDistance('unlink', 'unlonk', 3), 1);
  t.equal(editDistance('unlink', 'nulink', 3), 1);
  t.equal(editDistance('', 'abc', 3), 3);
  t.equal(editDistance('abc', '', 9), 3);
});

t.test('gives one more than the bound for all that is farther', async (t) => {
  t.equal(editDistance('kitten', 'sitting', 2), 3);
  t.equal(editDistance('a', 'abcdef', 2), 3);
  t.equal(editDistance('abcdef', 'uvwxyz', 2), 3);
});

/** The textbook's way, without a bound. */
function slowDistance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number) => rows[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, at(i - 2, j - 2) + 1);
      (rows[i] ?? [])[j] = best;
    }
  }
  return at(a.length, b.length);
}

t.test('agrees with the plain algorithm for every bound', async () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 9 }), (a, b, most) => {
      return editDistance(a, b, most) === Math.min(slowDistance(a, b), most + 1);
    }),
    { numRuns: 2000 },
  );
});
