import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import t from 'tap';
import {
  exercisesOf,
  lessonsDirectory,
  parseLesson,
  readLessons,
} from '../../../../tutorials/runner/lessons/read-lessons.js';
import { exerciseText, lessonIn, say } from '../../../fixtures/learning.js';

t.test('the lessons that come with it are read in their order, each as its schema wants', async (t) => {
  const lessons = readLessons();
  t.ok(lessons.some(({ name, number }) => name === '02-kprobe-unlink' && number === 2));
  const numbers = lessons.map(({ number }) => number);
  t.same(
    numbers,
    numbers.toSorted((a, b) => a - b),
  );
  t.match(lessonsDirectory(), /tutorials\/lessons$/);
});

t.test('exercises are counted in their lesson', async (t) => {
  const lesson = lessonIn(t, [exerciseText(), exerciseText({ id: 'two', file: 'two.bpf.c' })]);
  t.match(exercisesOf(readLessons(dirname(lesson.directory))), [
    { label: '4.1', key: '04-exec/exec' },
    { label: '4.2', key: '04-exec/two' },
  ]);
  rmSync(join(lesson.directory, 'lesson.json'));
  t.same(readLessons(dirname(lesson.directory)), [], 'a lesson without exercises is none yet');
});

t.test('what is wrong in a lesson is named', async (t) => {
  const wrong = { title: say('x'), exercises: [{ ...exerciseText(), hints: [] }] };
  t.throws(() => parseLesson(JSON.stringify(wrong), 'x/lesson.json'), {
    code: 'package-invalid',
    message: /read 'x\/lesson\.json': \/exercises\/0\/hints must NOT have fewer than 3 items/,
  });
  t.throws(() => parseLesson('{', 'x'), { code: 'package-invalid', message: /it is no JSON/ });
});
