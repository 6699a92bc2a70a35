import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { watchOtherSaves } from '../../../../tutorials/runner/watch/other-saves.js';
import { exerciseText, learnerIn } from '../../../fixtures/learning.js';

t.test('a file that is saved beside the one at hand is told of once', async (t) => {
  const { learner } = learnerIn(
    t,
    ['a', 'b'].map((id) => exerciseText({ id, file: `${id}.bpf.c` })),
  );
  const [a, b] = learner.exercises;
  if (!a || !b) throw new Error('there are two');
  const save = (name: string, text: string) => writeFileSync(join(learner.folder, '04-exec', name), text);
  const saved = watchOtherSaves(learner.folder, learner.exercises);
  t.equal(saved(a), undefined, 'nothing was saved');
  save('a.bpf.c', 'at hand');
  t.equal(saved(a), undefined);
  save('b.bpf.c', 'another');
  t.equal(saved(a), b);
  t.equal(saved(a), undefined);
  save('b.bpf.c', 'once more');
  t.equal(saved(b), undefined, 'at hand by now');
});
