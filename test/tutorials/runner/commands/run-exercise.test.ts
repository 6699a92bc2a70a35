import t from 'tap';
import { recordJudgement, runExercise } from '../../../../tutorials/runner/commands/run-exercise.js';
import { readProgress } from '../../../../tutorials/runner/folder/progress.js';
import type { Outcome } from '../../../../tutorials/runner/rungs/types.js';
import { learnerIn, stopAt } from '../../../fixtures/learning.js';

const judged = (outcome: Outcome) => ({ outcome, seconds: 1, kernel: undefined, where: undefined });

t.test('passes and failures are kept, and what cannot run is not', async (t) => {
  const { learner } = learnerIn(t);
  const [exercise] = learner.exercises;
  if (!exercise) throw new Error('no exercise');
  const record = async (outcome: Outcome, day = 1) => {
    await recordJudgement(learner.folder, exercise, judged(outcome), () => new Date(Date.UTC(2026, 0, day)));
    return readProgress(learner.folder)[exercise.key];
  };
  t.equal(await record({ kind: 'cannot', reason: 'no', exitCode: 4 }), undefined);
  t.same(await record({ kind: 'not-yet', stop: stopAt() }), { attempts: 1, hints: 0, rung: 'L3' });
  t.same(await record({ kind: 'pass' }), { attempts: 2, hints: 0, passed: '2026-01-01T00:00:00.000Z' });
  t.match(
    await record({ kind: 'pass' }, 2),
    { attempts: 3, passed: '2026-01-01T00:00:00.000Z' },
    'the first counts',
  );
  t.match(await record({ kind: 'not-yet', stop: stopAt() }), { rung: 'L3', passed: String });
});

t.test('a run is printed, for people or for programs, and its code says how it ended', async (t) => {
  const { learner, texts } = learnerIn(t, undefined, { env: process.env });
  const [exercise] = learner.exercises;
  if (!exercise) throw new Error('no exercise');
  const { signal } = new AbortController();
  t.equal(await runExercise(learner, exercise, { where: 'lab' }, false, signal), 1);
  t.match(texts.stdout, /^4\.1 Executions/);
  t.match(texts.stdout, /✗ L0 compiles/);
  t.match(texts.stdout, /error: /);
  texts.stdout = '';
  t.equal(await runExercise(learner, exercise, { where: 'lab' }, true, signal), 1);
  t.match(JSON.parse(texts.stdout), { label: '4.1', outcome: 'not-yet', rung: 'L0', check: null });
});
