import { relative, resolve } from 'node:path';
import type { CommandIo } from '../../../core/command.js';
import { message } from '../../../core/message.js';
import { tell } from '../../../core/tell.js';
import { prepareEditor, startFolder } from '../folder/start.js';
import { readLessons } from '../lessons/read-lessons.js';

/** `tselearn start DIR`: makes a learner's folder, or adds what is new to one. Throws `usage`. */
export async function start(name: string, io: CommandIo, signal: AbortSignal): Promise<number> {
  const folder = resolve(io.cwd(), name);
  const { written, kept } = startFolder(folder, readLessons());
  const shown = relative(io.cwd(), folder) || '.';
  tell(io, message`${shown}: ${written} files written, ${kept} kept that were there`);
  // Learning goes on without what editors would know.
  const known = await prepareEditor(folder, io.env, signal).catch(() => false);
  if (!known) tell(io, message`files for editors were not made: tsecc editor ${shown} says why`);
  tell(io, message`next: cd ${shown} && tselearn`);
  return 0;
}
