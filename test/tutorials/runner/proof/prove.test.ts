import t from 'tap';
import { prove } from '../../../../tutorials/runner/proof/prove.js';
import type { Climb } from '../../../../tutorials/runner/rungs/types.js';
import type { Proof } from '../../../../tutorials/runner/proof/types.js';
import { exerciseIn, fakePlace, stopAt } from '../../../fixtures/learning.js';

const { signal } = new AbortController();
const place = fakePlace(() => ({}));

t.test('a promise is kept where it comes to what was said', async (t) => {
  const exercise = exerciseIn(t);
  const proveIt = (fails: string | undefined, result: Climb, at = place) => {
    const proof: Proof = { exercise, part: 'solution', file: exercise.file, fails };
    return prove(proof, { attempt: () => Promise.resolve({ result, seconds: 1, place: at }) }, signal);
  };
  const stop: Climb = { kind: 'stop', stop: stopAt({ found: ['rm-7: x'] }), error: undefined };
  t.same(await proveIt(undefined, { kind: 'top' }), { kind: 'kept' });
  t.same(await proveIt('L3', stop), { kind: 'kept' });
  t.same(await proveIt('line', stop), { kind: 'kept' });
  const how = async (fails: string | undefined, result: Climb) => {
    const proven = await proveIt(fails, result);
    return proven.kind === 'broken' ? String(proven.how) : proven.kind;
  };
  t.equal(await how('L2', stop), 'it fails at L3: line rm-7: x');
  t.equal(await how(undefined, stop), 'it fails at L3: line rm-7: x');
  t.equal(await how('line', { kind: 'top' }), 'it passes');
  t.match(await how(undefined, { kind: 'broken', error: 'no QEMU' }), /no QEMU/);
});

t.test('what a kernel lacks is no broken promise', async (t) => {
  const exercise = exerciseIn(t);
  const lesson = { ...exercise.lesson, needs: { kinds: ['lsm'] } };
  const lacking = fakePlace(() => ({}), { lacking: () => Promise.resolve('lsm: no') });
  const result: Climb = { kind: 'stop', stop: stopAt({ rung: 'L2' }), error: undefined };
  const proof: Proof = {
    exercise: { ...exercise, lesson },
    part: 'solution',
    file: exercise.file,
    fails: undefined,
  };
  const attempt = () => Promise.resolve({ result, seconds: 1, place: lacking });
  t.same(await prove(proof, { attempt }, signal), { kind: 'cannot', reason: 'lsm: no' });
});
