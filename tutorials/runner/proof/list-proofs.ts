import type { Exercise } from '../lessons/types.js';
import type { Proof } from './types.js';

/** All that an exercise promises: the solution first, since nothing else is worth trying without it. */
export function listProofs(exercise: Exercise): readonly Proof[] {
  const { file, starter, wrong } = exercise;
  return [
    { exercise, part: 'solution', file, fails: undefined },
    { exercise, part: 'exercise', file, fails: starter },
    ...wrong.map((variant): Proof => ({ exercise, part: 'wrong', file: variant.file, fails: variant.fails })),
  ];
}
