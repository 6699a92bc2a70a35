import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { TseccError } from '../../../core/errors.js';
import { message } from '../../../core/message.js';
import type { Exercise } from '../lessons/types.js';
import { stateDirectory } from './progress.js';

/** The learner's folder that a directory is, or lies in. Throws `usage` where there is none. */
export function findFolder(from: string): string {
  for (let directory = resolve(from); ; directory = dirname(directory)) {
    if (existsSync(join(directory, stateDirectory, 'progress.json'))) return directory;
    if (directory === dirname(directory)) {
      throw new TseccError('usage', message`find the exercises: '${from}' is no folder of tselearn`, {
        cure: message`make one: tselearn start learn, then cd learn`,
      });
    }
  }
}

/** Where the learner works at an exercise. */
export const pathOfExercise = (folder: string, { lesson, file }: Exercise): string =>
  join(folder, lesson.name, file);
