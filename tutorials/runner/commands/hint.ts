import { updateProgress } from '../folder/progress.js';
import type { Exercise } from '../lessons/types.js';
import type { Learner } from './learner.js';

/** `tselearn hint ID`: prints the next hint, and those before it. */
export async function hint({ folder, io, language }: Learner, exercise: Exercise): Promise<number> {
  const shown = await nextHint(folder, exercise);
  const lines = exercise.hints.slice(0, shown).map((each, at) => `${at + 1}. ${each[language]}`);
  io.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}

/** Counts one hint more; gives how many are shown now. */
export async function nextHint(folder: string, { key, hints }: Exercise): Promise<number> {
  const progress = await updateProgress(folder, key, (before) => ({
    ...before,
    hints: Math.min(before.hints + 1, hints.length),
  }));
  return progress[key]?.hints ?? 0;
}
