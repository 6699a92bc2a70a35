import { message } from '../../../core/message.js';
import { padText } from '../../../runtime/render/fit-text.js';
import { notBegun, readProgress, type Progress } from '../folder/progress.js';
import type { Exercise, Lesson } from '../lessons/types.js';
import type { Learner } from './learner.js';

/** `tselearn list`: prints all exercises by lessons, and which are done; with `json`, as one document. */
export function list({ folder, exercises, io, ...learner }: Learner, json: boolean): number {
  const progress = readProgress(folder);
  if (json) {
    const rows = exercises.map(({ label, key, lesson, title }) => ({
      label,
      name: key,
      lesson: lesson.name,
      title: title[learner.language],
      passed: (progress[key] ?? notBegun).passed ?? null,
    }));
    io.stdout.write(`${JSON.stringify({ exercises: rows }, undefined, 2)}\n`);
    return 0;
  }
  io.stdout.write(`${listLines(exercises, progress, learner).join('\n')}\n`);
  return 0;
}

/** The exercises in lines, under their lessons. */
export function listLines(
  exercises: readonly Exercise[],
  progress: Progress,
  { language, translate, style }: Pick<Learner, 'language' | 'translate' | 'style'>,
): readonly string[] {
  const { paint } = style;
  const lessons = [...new Set(exercises.map(({ lesson }) => lesson))];
  const done = exercises.filter(({ key }) => progress[key]?.passed !== undefined).length;
  return [
    ...lessons.flatMap((lesson: Lesson) => [
      paint('bold', `${lesson.number} ${lesson.title[language]}`),
      ...exercises
        .filter((exercise) => exercise.lesson.name === lesson.name)
        .map(({ label, key, title }) => {
          const passed = progress[key]?.passed !== undefined;
          const mark = passed ? paint('green', '✓') : paint('dim', '·');
          return `  ${mark} ${padText(label, 5, 'left')} ${title[language]}`;
        }),
    ]),
    translate(message`${done} of ${exercises.length} done`),
  ];
}
