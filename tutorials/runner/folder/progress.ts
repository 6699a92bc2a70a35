import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { writeAtomically } from '../../../compiler/output/write-atomically.js';
import { lockFile } from '../../../runtime/kernel/lock.js';
import type { Rung } from '../lessons/types.js';

/** How far a learner is with one exercise. */
export interface ExerciseProgress {
  /** When it passed for the first time: ISO 8601; absent before. */
  readonly passed?: string;
  /** Runs that ended with pass or not yet. */
  readonly attempts: number;
  /** Hints that were shown. */
  readonly hints: number;
  /** True when the solution was shown before it passed. */
  readonly peeked?: boolean;
  /** The rung of the last failure; absent after a pass. */
  readonly rung?: Rung;
}

/** How far a learner is: by the exercise's name, `02-kprobe-unlink/entry`. */
export type Progress = Readonly<Record<string, ExerciseProgress>>;

/** Progress of an exercise that was not begun. */
export const notBegun: ExerciseProgress = { attempts: 0, hints: 0 };

/** Where the state of a learner's folder lies. */
export const stateDirectory = '.tselearn';

const pathOf = (folder: string): string => join(folder, stateDirectory, 'progress.json');

/** The progress that is kept in a folder; none where there is none yet, or where it cannot be read. */
export function readProgress(folder: string): Progress {
  return parseProgress(readText(pathOf(folder))) ?? {};
}

/**
 * Changes the progress of one exercise, and gives that of all. Others who change it at the same time wait, and what they
 * have written stays; the file is there whole at any moment. A file that is broken is put aside.
 */
export async function updateProgress(
  folder: string,
  key: string,
  change: (before: ExerciseProgress) => ExerciseProgress,
): Promise<Progress> {
  const path = pathOf(folder);
  using _lock = await lockFile(join(folder, stateDirectory, 'lock'));
  const text = readText(path);
  const known = parseProgress(text);
  if (text !== undefined && known === undefined) renameSync(path, `${path}.broken`);
  const progress = { ...known, [key]: change(known?.[key] ?? notBegun) };
  writeAtomically([{ path, content: writeProgress(progress) }]);
  return progress;
}

/** The text of a progress file. */
export const writeProgress = (progress: Progress): string =>
  `${JSON.stringify({ version: 1, exercises: progress }, undefined, 2)}\n`;

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function parseProgress(text: string | undefined): Progress | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '');
    const exercises =
      typeof value === 'object' && value !== null && 'exercises' in value ? value.exercises : undefined;
    return isProgress(exercises) ? exercises : undefined;
  } catch {
    return undefined;
  }
}

const isProgress = (value: unknown): value is Progress =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every(
    (entry: unknown) =>
      typeof entry === 'object' &&
      entry !== null &&
      'attempts' in entry &&
      typeof entry.attempts === 'number' &&
      'hints' in entry &&
      typeof entry.hints === 'number',
  );
