import t from 'tap';
import { solution } from '../../../../tutorials/runner/commands/solution.js';
import { readProgress, updateProgress } from '../../../../tutorials/runner/folder/progress.js';
import { learnerIn, source } from '../../../fixtures/learning.js';

t.test('a solution is shown after a pass, or when it is asked for anyway, which is kept', async (t) => {
  const { learner, texts } = learnerIn(t);
  const [exercise] = learner.exercises;
  if (!exercise) throw new Error('no exercise');
  await t.rejects(solution(learner, exercise, false), { code: 'usage', cure: /--anyway/ });
  t.equal(await solution(learner, exercise, true), 0);
  t.equal(texts.stdout, source);
  t.match(readProgress(learner.folder), { '04-exec/exec': { peeked: true } });
  await updateProgress(learner.folder, exercise.key, () => ({ attempts: 1, hints: 0, passed: 'now' }));
  t.equal(await solution(learner, exercise, false), 0);
  t.equal(readProgress(learner.folder)[exercise.key]?.peeked, undefined);
});
