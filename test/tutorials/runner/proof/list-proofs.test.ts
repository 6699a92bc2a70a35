import t from 'tap';
import { listProofs } from '../../../../tutorials/runner/proof/list-proofs.js';
import { exerciseIn } from '../../../fixtures/learning.js';

t.test('an exercise promises its solution, its starter and its wrong variants', async (t) => {
  t.match(listProofs(exerciseIn(t)), [
    { part: 'solution', file: 'exec.bpf.c', fails: undefined },
    { part: 'exercise', file: 'exec.bpf.c', fails: 'section' },
    { part: 'wrong', file: 'wrong.bpf.c', fails: 'line' },
  ]);
});
