import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installedPath } from '../../../compiler/output/installed-path.js';
import type { Language } from '../../../core/language.js';
import type { Exercise, Texts } from '../lessons/types.js';
import type { Stop } from '../rungs/types.js';
import { readHeadings } from './headings.js';

/** A section of a lesson's text. */
export interface Section {
  /** The file, below the learner's folder: `02-kprobe-unlink/README.zh.md`. */
  readonly file: string;
  readonly anchor: string;
  /** Its heading. */
  readonly title: string;
}

/** Where a topic is explained. */
export interface ExplanationRow {
  /** A regular expression for topics: `verifier:null-map-value`, `compile:` and what clang said. */
  readonly topic: string;
  readonly lesson: string;
  readonly section: Texts;
}

/** The table of explanations, tutorials/explanations.json. */
export function readExplanations(): readonly ExplanationRow[] {
  const rows: unknown = JSON.parse(readFileSync(installedPath('tutorials/explanations.json'), 'utf8'));
  return Array.isArray(rows) ? rows.filter(isRow) : [];
}

/**
 * The section that helps with a failure: the one that explains what went wrong, in the exercise's own lesson before
 * others, else that of the exercise. An exercise about a refusal is explained by its own lesson.
 */
export function sectionFor(
  { lesson, section, kind }: Exercise,
  { topic }: Pick<Stop, 'topic'>,
  language: Language,
  rows: readonly ExplanationRow[] = readExplanations(),
): Section | undefined {
  const fitting = rows.filter((each) => topic !== undefined && new RegExp(each.topic, 's').test(topic));
  const own = fitting.find((each) => each.lesson === lesson.name);
  const row = own ?? (kind === 'verifier' ? undefined : fitting[0]);
  const found = row && findSection(join(lesson.directory, '..'), row.lesson, row.section[language], language);
  return found ?? findSection(join(lesson.directory, '..'), lesson.name, section[language], language);
}

/** A section by its anchor; undefined where there is none. */
export function findSection(
  lessons: string,
  lesson: string,
  anchor: string,
  language: Language,
): Section | undefined {
  const name = language === 'zh' ? 'README.zh.md' : 'README.md';
  const path = join(lessons, lesson, name);
  if (!existsSync(path)) return undefined;
  const heading = readHeadings(readFileSync(path, 'utf8')).find((each) => each.anchor === anchor);
  return heading && { file: `${lesson}/${name}`, anchor, title: heading.title };
}

const isRow = (value: unknown): value is ExplanationRow =>
  typeof value === 'object' && value !== null && 'topic' in value && 'lesson' in value && 'section' in value;
