import { TseccError } from '../../../core/errors.js';
import { message } from '../../../core/message.js';
import { nearest } from '../../../core/nearest.js';
import type { Exercise } from './types.js';

/**
 * The exercise that a person names: `2.1`, `02-kprobe-unlink/entry`, `2/entry`, or `entry` where only one is called so.
 * Throws `usage`.
 */
export function findExercise(exercises: readonly Exercise[], name: string): Exercise {
  const found = exercises.filter((exercise) => namesOf(exercise).includes(name.replace(/\/$/, '')));
  const [first, second] = found;
  if (first && !second) return first;
  if (first) {
    const labels = found.map(({ label, key }) => `${label} ${key}`).join(', ');
    throw new TseccError('usage', message`find exercise '${name}': several are called so: ${labels}`, {
      cure: message`use its number`,
    });
  }
  const [near] = nearest(name, exercises.flatMap(namesOf));
  throw new TseccError('usage', message`find exercise '${name}': there is none`, {
    cure: near === undefined ? message`see tselearn list` : message`nearest: ${near}`,
  });
}

/** The exercises of the lessons that a person names: `2`, `02-kprobe-unlink`; of all where none is named. Throws `usage`. */
export function selectExercises(
  exercises: readonly Exercise[],
  names: readonly string[],
): readonly Exercise[] {
  if (names.length === 0) return exercises;
  return [
    ...new Set(
      names.flatMap((name) => {
        const ofLesson = exercises.filter(({ lesson }) =>
          [lesson.name, String(lesson.number), lesson.name.split('-', 1)[0]].includes(
            name.replace(/\/$/, ''),
          ),
        );
        return ofLesson.length > 0 ? ofLesson : [findExercise(exercises, name)];
      }),
    ),
  ];
}

const namesOf = ({ label, key, id, lesson }: Exercise): readonly string[] => [
  label,
  key,
  id,
  `${lesson.number}/${id}`,
];
