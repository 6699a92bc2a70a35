import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { TseccError } from '../../../core/errors.js';
import { message } from '../../../core/message.js';
import { makeEditorFiles } from '../../../compiler/editor/editor-files.js';
import { prepareTypes } from '../../../compiler/editor/prepare-types.js';
import { updateFiles } from '../../../compiler/editor/update-files.js';
import { writeAtomically } from '../../../compiler/output/write-atomically.js';
import type { Lesson } from '../lessons/types.js';
import { filesOfLesson, type GivenFile } from './lesson-files.js';
import { stateDirectory, writeProgress } from './progress.js';

/** What making a folder came to. */
export interface StartedFolder {
  /** Files that were written. */
  readonly written: number;
  /** Files that were there already, which are the learner's. */
  readonly kept: number;
}

/**
 * Makes a learner's folder, or brings one up to date: what is not there is written, what is there stays. Throws `usage`
 * where something else is in the way.
 */
export function startFolder(folder: string, lessons: readonly Lesson[]): StartedFolder {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found && !found.isDirectory()) {
    throw new TseccError('usage', message`make '${folder}': it is there, and is no directory`, {
      cure: message`name another one`,
    });
  }
  const given = lessons.flatMap(filesOfLesson);
  const missing = given.filter(({ name }) => !existsSync(join(folder, name)));
  writeAtomically(missing.map((file) => fileIn(folder, file)));
  const progress = join(folder, stateDirectory, 'progress.json');
  if (!existsSync(progress)) writeAtomically([{ path: progress, content: writeProgress({}) }]);
  return { written: missing.length, kept: given.length - missing.length };
}

/** A given file as it is written into a folder. */
export const fileIn = (folder: string, { name, content, executable }: GivenFile) => ({
  path: join(folder, name),
  content,
  executable,
});

/** Files for editors, as `tsecc editor` makes them; a host whose kernel has no types does without. */
export async function prepareEditor(
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
  signal?: AbortSignal,
): Promise<boolean> {
  const types = await prepareTypes({ env, file: undefined, signal, onProgress: () => undefined });
  if (types.failure !== undefined) return false;
  const request = { directory: folder, types: types.directory, preamble: 'vmlinux.h' };
  updateFiles(makeEditorFiles(request));
  return true;
}
