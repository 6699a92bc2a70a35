import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TseccError } from '../../../core/errors.js';
import { message } from '../../../core/message.js';
import { installedPath } from '../../../compiler/output/installed-path.js';
import type { Exercise, Lesson, LessonText } from './types.js';
import { validateLesson } from './validate.generated.js';

/** Where the lessons lie that come with tselearn. Throws `tool-missing`. */
export const lessonsDirectory = (): string => installedPath('tutorials/lessons');

/** All lessons of a directory that have exercises, in their order. Throws `package-invalid` for one that is not as it should be. */
export function readLessons(directory: string = lessonsDirectory()): readonly Lesson[] {
  return readdirSync(directory)
    .filter((name) => /^\d+-/.test(name) && existsSync(join(directory, name, 'lesson.json')))
    .toSorted()
    .map((name) => readLesson(join(directory, name), name));
}

function readLesson(directory: string, name: string): Lesson {
  const text = parseLesson(readFileSync(join(directory, 'lesson.json'), 'utf8'), `${name}/lesson.json`);
  return { ...text, name, number: Number.parseInt(name, 10), directory };
}

/** A lesson.json, valid by its schema; `path` is how errors call it. Throws `package-invalid`. */
export function parseLesson(json: string, path: string): LessonText {
  const value = parseJson(json, path);
  if (validateLesson(value)) return value;
  const [error] = validateLesson.errors ?? [];
  throw new TseccError(
    'package-invalid',
    message`read '${path}': ${error?.instancePath || '/'} ${error?.message ?? ''}`,
    { cure: message`see tutorials/lesson.schema.json` },
  );
}

function parseJson(json: string, path: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch (cause) {
    throw new TseccError('package-invalid', message`read '${path}': it is no JSON`, { cause });
  }
}

/** The exercises of lessons, in their order. */
export function exercisesOf(lessons: readonly Lesson[]): readonly Exercise[] {
  return lessons.flatMap((lesson) =>
    lesson.exercises.map((exercise, index) => ({
      ...exercise,
      lesson,
      label: `${lesson.number}.${index + 1}`,
      key: `${lesson.name}/${exercise.id}`,
    })),
  );
}
