import t from 'tap';
import { beginWatch, isDone, moveTo, nextOpen } from '../../../../tutorials/runner/watch/state.js';
import { exercisesOf } from '../../../../tutorials/runner/lessons/read-lessons.js';
import { exerciseText, lessonIn } from '../../../fixtures/learning.js';

t.test('a watch begins at the first that does not pass, and goes round', async (t) => {
  const exercises = exercisesOf([
    lessonIn(
      t,
      ['a', 'b', 'c'].map((id) => exerciseText({ id, file: `${id}.bpf.c` })),
    ),
  ]);
  const passed = (...ids: readonly string[]) =>
    Object.fromEntries(ids.map((id) => [`04-exec/${id}`, { attempts: 1, hints: 0, passed: 'now' }]));
  t.match(beginWatch(exercises, passed('a')), { at: 1, chosen: 1, view: 'exercise' });
  t.match(beginWatch(exercises, {}, exercises[2]), { at: 2, chosen: 2 });
  t.equal(nextOpen(exercises, passed('c'), 1), 0);
  t.equal(nextOpen(exercises, passed('a', 'b', 'c'), 1), -1);
  t.ok(isDone(beginWatch(exercises, passed('a', 'b', 'c'))));
  t.match(moveTo({ ...beginWatch(exercises, {}), view: 'list', scroll: 9 }, 2), {
    at: 2,
    view: 'exercise',
    scroll: 0,
  });
});
