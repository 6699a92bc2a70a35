import type { CommandIo } from '../../../core/command.js';
import type { Language } from '../../../core/language.js';
import type { Translate } from '../../../core/message.js';
import { paintWith, wantsColour } from '../../../runtime/render/colour.js';
import { findFolder } from '../folder/find-folder.js';
import { exercisesOf, readLessons } from '../lessons/read-lessons.js';
import type { Exercise } from '../lessons/types.js';
import type { ReportStyle } from '../report/describe-outcome.js';

/** A learner at their folder: what most commands need. */
export interface Learner {
  readonly folder: string;
  readonly exercises: readonly Exercise[];
  readonly io: CommandIo;
  readonly language: Language;
  readonly translate: Translate;
  readonly style: ReportStyle;
}

/** The learner who called a command. Throws `usage` where no folder of theirs is near. */
export function learnerAt(io: CommandIo): Learner {
  const { language = 'en', translate = String } = io;
  return {
    folder: findFolder(io.cwd()),
    exercises: exercisesOf(readLessons()),
    ...{ io, language, translate, style: styleFor(io) },
  };
}

/** How to write for whoever reads standard output. */
export function styleFor(io: CommandIo): ReportStyle {
  const { language = 'en', translate = String } = io;
  const colour = wantsColour(io.stdout.isTTY === true, io.env);
  const width = Math.min(io.stdout.columns ?? 100, 100);
  return { language, translate, paint: paintWith(colour), colour, width };
}
