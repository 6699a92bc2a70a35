import type { Language } from '../../../core/language.js';
import { version } from '../../../core/version.js';
import { notBegun, type Progress } from '../folder/progress.js';
import type { Exercise, Rung } from '../lessons/types.js';

/** What a learner has done, as tutorials/results.schema.json has it. */
export interface Results {
  readonly version: 1;
  readonly tselearn: string;
  readonly time: string;
  readonly passed: number;
  readonly total: number;
  readonly exercises: readonly ResultOfExercise[];
}

interface ResultOfExercise {
  readonly label: string;
  readonly name: string;
  readonly lesson: string;
  readonly title: string;
  readonly passed: string | null;
  readonly attempts: number;
  readonly hints: number;
  readonly peeked: boolean;
  readonly rung: Rung | null;
}

/** The results of a learner. */
export function makeResults(
  exercises: readonly Exercise[],
  progress: Progress,
  language: Language,
  time: Date,
): Results {
  const rows = exercises.map(({ label, key, lesson, title }): ResultOfExercise => {
    const { passed = null, attempts, hints, peeked = false, rung = null } = progress[key] ?? notBegun;
    return {
      label,
      name: key,
      lesson: lesson.name,
      title: title[language],
      passed,
      attempts,
      hints,
      peeked,
      rung,
    };
  });
  return {
    version: 1,
    tselearn: version,
    time: time.toISOString(),
    passed: rows.filter(({ passed }) => passed !== null).length,
    total: rows.length,
    exercises: rows,
  };
}
