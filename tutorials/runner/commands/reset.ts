import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { message } from '../../../core/message.js';
import { tell } from '../../../core/tell.js';
import { writeAtomically } from '../../../compiler/output/write-atomically.js';
import { pathOfExercise } from '../folder/find-folder.js';
import { starterOf } from '../folder/lesson-files.js';
import { fileIn } from '../folder/start.js';
import type { Exercise } from '../lessons/types.js';
import type { Learner } from './learner.js';

/** `tselearn reset ID`: puts the starter back; what was there stays beside it. */
export function reset({ folder, io }: Learner, exercise: Exercise): number {
  const kept = resetExercise(folder, exercise);
  if (kept !== undefined) tell(io, message`kept what was there as '${relative(io.cwd(), kept)}'`);
  return 0;
}

/** Puts the starter back; gives the path that the learner's own text was kept at, where it was another. */
export function resetExercise(folder: string, exercise: Exercise): string | undefined {
  const path = pathOfExercise(folder, exercise);
  const starter = fileIn(folder, starterOf(exercise));
  const old = existsSync(path) ? readFileSync(path) : undefined;
  const kept = old === undefined || old.equals(starter.content) ? undefined : `${path}.old`;
  writeAtomically([
    ...(kept === undefined || old === undefined ? [] : [{ path: kept, content: old }]),
    starter,
  ]);
  return kept;
}
