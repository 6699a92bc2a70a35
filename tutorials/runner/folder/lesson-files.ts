import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Exercise, Lesson } from '../lessons/types.js';

/** A file of a learner's folder, and what it begins as. */
export interface GivenFile {
  /** Below the folder: `02-kprobe-unlink/entry.bpf.c`. */
  readonly name: string;
  readonly content: Uint8Array;
  readonly executable: boolean;
}

/** All files that a learner is given of a lesson: its text in both languages, and what its exercises begin with. */
export function filesOfLesson(lesson: Lesson): readonly GivenFile[] {
  const texts = ['README.md', 'README.zh.md'].filter((name) => existsSync(join(lesson.directory, name)));
  const names = new Set(lesson.exercises.flatMap(({ file, files = [] }) => [`exercise/${file}`, ...files]));
  return [...texts, ...names].map((path) => givenFile(lesson, path));
}

/** The starter of an exercise. */
export const starterOf = ({ lesson, file }: Exercise): GivenFile => givenFile(lesson, `exercise/${file}`);

function givenFile({ directory, name }: Lesson, path: string): GivenFile {
  const source = join(directory, path);
  return {
    name: join(name, path.replace(/^exercise\//, '')),
    content: readFileSync(source),
    executable: (statSync(source).mode & 0o100) !== 0,
  };
}
