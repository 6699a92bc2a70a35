import t from 'tap';
import { hint, nextHint } from '../../../../tutorials/runner/commands/hint.js';
import { learnerIn } from '../../../fixtures/learning.js';

t.test('each time one hint more is shown, of three', async (t) => {
  const { learner, texts } = learnerIn(t, undefined, { language: 'zh' });
  const [exercise] = learner.exercises;
  if (!exercise) throw new Error('no exercise');
  await hint(learner, exercise);
  t.equal(texts.stdout, '1. 中文 first\n');
  await hint(learner, exercise);
  t.match(texts.stdout, /1\. 中文 first\n2\. 中文 second\n$/);
  t.equal(await nextHint(learner.folder, exercise), 3);
  t.equal(await nextHint(learner.folder, exercise), 3);
});
