import t from 'tap';
import { makeResults } from '../../../../tutorials/runner/results/make-results.js';
import { exerciseIn } from '../../../fixtures/learning.js';

t.test('results tell of every exercise, begun or not', async (t) => {
  const exercise = exerciseIn(t);
  const time = new Date(Date.UTC(2026, 0, 1));
  t.match(makeResults([exercise], {}, 'zh', time), {
    ...{ version: 1, passed: 0, total: 1, time: '2026-01-01T00:00:00.000Z' },
    exercises: [
      { label: '4.1', title: '中文 Executions', passed: null, attempts: 0, peeked: false, rung: null },
    ],
  });
  const progress = { [exercise.key]: { attempts: 3, hints: 1, peeked: true, rung: 'L2' } } as const;
  t.match(makeResults([exercise], progress, 'en', time).exercises, [
    { attempts: 3, hints: 1, peeked: true, rung: 'L2' },
  ]);
});
