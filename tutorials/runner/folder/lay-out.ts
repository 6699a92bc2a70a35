import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { TseccError } from '../../../core/errors.js';
import { message } from '../../../core/message.js';
import type { Exercise } from '../lessons/types.js';
import { makeScratch } from '../places/scratch.js';

/** A file of a lesson as it lies in a learner's folder: beside the files that its exercise is given. */
export interface LaidOut extends Disposable {
  readonly path: string;
}

/**
 * Puts a starter, a solution or a wrong variant into a directory of its own, named as the learner's file is, with what
 * belongs to it. Disposing removes it. Throws `package-invalid` where the lesson lacks the file.
 */
export function layOut(
  { lesson, file, files = [] }: Exercise,
  part: 'exercise' | 'solution' | 'wrong',
  name: string = file,
): LaidOut {
  const source = join(lesson.directory, part, name);
  if (!existsSync(source)) {
    throw new TseccError('package-invalid', message`read '${source}': no such file`, {
      cure: message`put it there, or take it out of ${`${lesson.name}/lesson.json`}`,
    });
  }
  const directory = makeScratch();
  for (const each of files) cpSync(join(lesson.directory, each), join(directory, each));
  const path = join(directory, file);
  cpSync(source, path);
  return { path, [Symbol.dispose]: () => rmSync(directory, { recursive: true, force: true }) };
}
