import t from 'tap';
import type { Judge } from '../../../../tutorials/runner/rungs/judge.js';
import { makeRunner } from '../../../../tutorials/runner/watch/runner.js';
import { exerciseIn } from '../../../fixtures/learning.js';

const passes = { outcome: { kind: 'pass' }, seconds: 1, kernel: undefined, where: undefined } as const;

t.test('a new run ends the one that goes on', async (t) => {
  const exercise = exerciseIn(t);
  let first = true;
  const judge: Judge['judge'] = (_exercise, _path, signal) => {
    if (!first) return Promise.resolve(passes);
    first = false;
    return new Promise((_resolve, reject) =>
      signal.addEventListener('abort', () => reject(new Error('ended'))),
    );
  };
  const runner = makeRunner({ judge, attempt: () => Promise.reject(new Error('not asked for')) });
  const one = runner.run(exercise, exercise.lesson.directory);
  await Promise.resolve();
  const two = runner.run(exercise, exercise.lesson.directory);
  t.equal(await one, undefined);
  t.match(await two, passes);
  await runner.stop();
});

t.test('what is known early is told, but not of a run that was ended', async (t) => {
  const exercise = exerciseIn(t);
  const early: string[] = [];
  const judge: Judge['judge'] = (_exercise, _path, _signal, onEarly) => {
    onEarly?.(passes);
    return Promise.resolve(passes);
  };
  const runner = makeRunner({ judge, attempt: () => Promise.reject(new Error('not asked for')) });
  const hear = (name: string) => () => void early.push(name);
  const one = runner.run(exercise, exercise.lesson.directory, hear('one'));
  await Promise.all([one, runner.run(exercise, exercise.lesson.directory, hear('two'))]);
  t.same(early, ['two']);
});

t.test('what fails unforeseen is thrown', async (t) => {
  const exercise = exerciseIn(t);
  const fail = () => Promise.reject(new Error('bug'));
  await t.rejects(makeRunner({ judge: fail, attempt: fail }).run(exercise, exercise.lesson.directory), /bug/);
});
