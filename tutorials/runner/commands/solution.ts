import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TseccError } from '../../../core/errors.js';
import { message } from '../../../core/message.js';
import { readProgress, updateProgress } from '../folder/progress.js';
import type { Exercise } from '../lessons/types.js';
import type { Learner } from './learner.js';

/** `tselearn solution ID`: prints the solution of an exercise that passes, or of any with `anyway`. Throws `usage`. */
export async function solution(
  { folder, io }: Learner,
  exercise: Exercise,
  anyway: boolean,
): Promise<number> {
  const passed = readProgress(folder)[exercise.key]?.passed !== undefined;
  if (!passed && !anyway) {
    throw new TseccError('usage', message`show the solution of ${exercise.label}: it does not pass yet`, {
      cure: message`tselearn hint ${exercise.label}; or add --anyway`,
    });
  }
  io.stdout.write(readFileSync(join(exercise.lesson.directory, 'solution', exercise.file)));
  if (!passed) await updateProgress(folder, exercise.key, (before) => ({ ...before, peeked: true }));
  return 0;
}
