import t from 'tap';
import { list } from '../../../../tutorials/runner/commands/list.js';
import { updateProgress } from '../../../../tutorials/runner/folder/progress.js';
import { learnerIn } from '../../../fixtures/learning.js';

t.test('exercises are listed under their lessons, with those that are done', async (t) => {
  const { learner, texts } = learnerIn(t);
  t.equal(list(learner, false), 0);
  t.equal(texts.stdout, '4 Exec\n  · 4.1   Executions\n0 of 1 done\n');
  await updateProgress(learner.folder, '04-exec/exec', (before) => ({
    ...before,
    passed: '2026-01-01T00:00:00Z',
  }));
  texts.stdout = '';
  list(learner, false);
  t.match(texts.stdout, /✓ 4\.1/);
  texts.stdout = '';
  list(learner, true);
  t.match(JSON.parse(texts.stdout), { exercises: [{ label: '4.1', passed: '2026-01-01T00:00:00Z' }] });
});
