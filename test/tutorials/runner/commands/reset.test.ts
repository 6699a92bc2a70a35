import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { reset, resetExercise } from '../../../../tutorials/runner/commands/reset.js';
import { learnerIn } from '../../../fixtures/learning.js';

t.test('the starter is put back, and what the learner wrote is kept', async (t) => {
  const { learner, texts } = learnerIn(t);
  const [exercise] = learner.exercises;
  if (!exercise) throw new Error('no exercise');
  const path = join(learner.folder, '04-exec/exec.bpf.c');
  t.equal(resetExercise(learner.folder, exercise), undefined, 'nothing was changed');
  t.notOk(existsSync(`${path}.old`));
  writeFileSync(path, 'mine');
  t.equal(reset(learner, exercise), 0);
  t.equal(readFileSync(path, 'utf8'), 'starter of exec.bpf.c\n');
  t.equal(readFileSync(`${path}.old`, 'utf8'), 'mine');
  t.equal(texts.stderr, "kept what was there as '04-exec/exec.bpf.c.old'\n");
});
