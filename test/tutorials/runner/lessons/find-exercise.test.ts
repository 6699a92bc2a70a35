import t from 'tap';
import { findExercise, selectExercises } from '../../../../tutorials/runner/lessons/find-exercise.js';
import { exercisesOf } from '../../../../tutorials/runner/lessons/read-lessons.js';
import { exerciseText, lessonIn } from '../../../fixtures/learning.js';

t.test('an exercise is found by any of its names', async (t) => {
  const lesson = lessonIn(t, [exerciseText(), exerciseText({ id: 'two', file: 'two.bpf.c' })]);
  const other = { ...lesson, name: '05-other', number: 5 };
  const exercises = exercisesOf([lesson, { ...other, exercises: [exerciseText({ id: 'two' })] }]);
  const labelOf = (name: string): string => findExercise(exercises, name).label;
  t.same(['4.1', '04-exec/exec', 'exec', '4/two', '05-other/two/'].map(labelOf), [
    '4.1',
    '4.1',
    '4.1',
    '4.2',
    '5.1',
  ]);
  t.throws(() => labelOf('two'), { code: 'usage', message: /4\.2 04-exec\/two, 5\.1 05-other\/two/ });
  t.throws(() => labelOf('exce'), { code: 'usage', cure: 'nearest: exec' });
  t.throws(() => labelOf('???'), { code: 'usage', cure: 'see tselearn list' });
  const labels = (names: readonly string[]) => selectExercises(exercises, names).map(({ label }) => label);
  t.same(labels([]), ['4.1', '4.2', '5.1']);
  t.same(labels(['04']), ['4.1', '4.2']);
  t.same(labels(['5', '4.1', '05-other/']), ['5.1', '4.1']);
});
