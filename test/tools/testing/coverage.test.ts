import t from 'tap';
import {
  describeCoverage,
  findShortfalls,
  sumSources,
  thresholds,
} from '../../../tools/testing/coverage.mjs';

const summary = (lines: number, branches: number) => ({
  total: {
    lines: { pct: lines },
    statements: { pct: 90 },
    functions: { pct: 90 },
    branches: { pct: branches },
  },
});
const wanted = { lines: 85, statements: 85, functions: 85, branches: 80 };

t.test('coverage at the threshold suffices', async (t) => {
  t.same(findShortfalls(summary(85, 80), wanted), []);
});

t.test('each measure below its threshold is named', async (t) => {
  t.same(findShortfalls(summary(84.99, 12), wanted), [
    'coverage of lines is 84.99 %, and must be 85 % or more',
    'coverage of branches is 12 %, and must be 80 % or more',
  ]);
});

t.test('a measure that is no number is a shortfall', async (t) => {
  t.equal(findShortfalls(summary(Number.NaN, 90), wanted).length, 1);
});

t.test('all measures stand in one line', async (t) => {
  t.equal(
    describeCoverage(summary(91, 82)),
    'coverage: lines 91 %, statements 90 %, functions 90 %, branches 82 %',
  );
});

t.test('at least 85 % of the lines must be covered', async (t) => {
  t.ok(thresholds.lines >= 85);
});

t.test('bundles do not count, the sources do', async (t) => {
  const of = (covered: number) => ({ total: 10, covered });
  const file = (covered: number) => ({
    lines: of(covered),
    statements: of(covered),
    functions: of(covered),
    branches: of(covered),
  });
  const summed = sumSources({ total: file(0), '/x/core/a.ts': file(9), '/x/dist/bin/b.js': file(0) });
  t.same(summed.total.functions, { pct: 90 });
  t.same(summed.total.lines, { pct: 90 });
});
