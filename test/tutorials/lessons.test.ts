// What can be said of the lessons without a kernel: their form, their links, and that both languages say the same.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { sectionTable } from '../../core/object/section-table.js';
import { subjectOf } from '../../tutorials/runner/checks/table.js';
import { exercisesOf, parseLesson } from '../../tutorials/runner/lessons/read-lessons.js';
import { rungs, type Exercise, type Lesson, type Texts } from '../../tutorials/runner/lessons/types.js';
import { readHeadings } from '../../tutorials/runner/teach/headings.js';
import { readExplanations } from '../../tutorials/runner/teach/sections.js';
import { readBlocks, readOutline, readTables } from '../fixtures/markdown.js';
import { root } from '../fixtures/project.js';
import { compareTwins, findChangedTwin } from '../fixtures/twins.js';

const folder = join(root, 'tutorials/lessons');
const lessons: readonly Lesson[] = readdirSync(folder).map((name) => {
  const directory = join(folder, name);
  const text = parseLesson(readFileSync(join(directory, 'lesson.json'), 'utf8'), name);
  return { ...text, name, number: Number.parseInt(name, 10), directory };
});
const kinds: ReadonlySet<string> = new Set(sectionTable.map(({ kind }) => kind));
const ours = new Set(['answers', 'workload', 'script', 'left-behind']);

const anchorsOf = (text: string): ReadonlySet<string> =>
  new Set(readHeadings(text).map(({ anchor }) => anchor));
const readmeOf = (lesson: string, language: keyof Texts): string =>
  readFileSync(join(folder, lesson, language === 'zh' ? 'README.zh.md' : 'README.md'), 'utf8');

t.test('the lessons count from one number on, and exercises have names of their own', async (t) => {
  const numbers = lessons.map(({ number }) => number);
  t.equal(new Set(numbers).size, numbers.length);
  const keys = exercisesOf(lessons).map(({ key }) => key);
  t.equal(new Set(keys).size, keys.length);
});

t.test(
  'the index of each language has every lesson with its title and the number of its exercises',
  async (t) => {
    for (const [language, name] of [
      ['en', 'README.md'],
      ['zh', 'README.zh.md'],
    ] as const) {
      const index = readFileSync(join(root, 'tutorials', name), 'utf8');
      const rows = index.split('\n').filter((line) => /^\| \d/.test(line));
      const expected = lessons.map(
        (lesson) =>
          `| ${lesson.number} | [${lesson.title[language]}](lessons/${lesson.name}/${name}) | ${lesson.exercises.length} |`,
      );
      t.same(rows, expected, name);
    }
  },
);

for (const lesson of lessons) {
  const texts = { en: readmeOf(lesson.name, 'en'), zh: readmeOf(lesson.name, 'zh') };

  t.test(`${lesson.name}: both languages have the same headings, code, tables and links`, async (t) => {
    t.same(readOutline(texts.zh), readOutline(texts.en), 'levels of headings');
    const blocksOf = (text: string) => readBlocks(text).map(({ language, lines }) => [language, ...lines]);
    t.same(blocksOf(texts.zh), blocksOf(texts.en), 'code blocks');
    t.same(readTables(texts.zh), readTables(texts.en), 'tables');
    t.equal(findChangedTwin(lesson.name), undefined);
  });

  t.test(`${lesson.name}: its links lead somewhere`, async (t) => {
    for (const text of Object.values(texts)) {
      const anchors = anchorsOf(text);
      for (const [, target = ''] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
        if (/^https?:/.test(target)) continue;
        const [path = '', anchor] = target.split('#');
        const file = join(lesson.directory, path);
        t.ok(existsSync(file), target);
        if (anchor === undefined) continue;
        const named = path === '' ? anchors : anchorsOf(readFileSync(file, 'utf8'));
        t.ok(named.has(decodeURIComponent(anchor)), target);
      }
    }
  });

  for (const exercise of exercisesOf([lesson])) {
    t.test(`${exercise.key}: what it names is there`, async (t) => checkExercise(t, exercise));
  }

  t.test(`${lesson.name}: it needs kinds of programs that there are`, async (t) => {
    for (const kind of lesson.needs?.kinds ?? []) t.ok(kinds.has(kind), kind);
  });
}

function checkExercise(t: Test, exercise: Exercise): void {
  const {
    lesson,
    file,
    files = [],
    section,
    checks,
    wrong,
    starter,
    hints,
    program,
    runs,
    script,
  } = exercise;
  const isThere = (path: string): unknown => t.ok(existsSync(join(lesson.directory, path)), path);
  for (const part of ['exercise', 'solution']) isThere(join(part, file));
  for (const each of files) isThere(each);
  if (program) isThere(program.source);
  if (runs !== undefined) t.ok(files.includes(runs), 'what runs is given to the learner');
  if (script !== undefined) t.equal(script, file);
  for (const language of ['en', 'zh'] as const) {
    const anchors = anchorsOf(readmeOf(lesson.name, language));
    t.ok(anchors.has(section[language]), `section ${section[language]}`);
    t.equal(new Set(hints.map((hint) => hint[language])).size, 3, 'three hints that differ');
  }
  for (const check of checks) t.ok(subjectOf(check), `${check.id} is about something`);
  const ids = checks.map(({ id }) => id);
  t.equal(new Set(ids).size, ids.length, 'each check has a name of its own');
  for (const where of [starter, ...wrong.map(({ fails }) => fails)]) {
    t.ok(rungs.some((rung) => rung === where) || ids.includes(where) || ours.has(where), `fails at ${where}`);
  }
  for (const variant of wrong) isThere(join('wrong', variant.file));
  const solution = readFileSync(join(lesson.directory, 'solution', file), 'utf8');
  t.not(readFileSync(join(lesson.directory, 'exercise', file), 'utf8'), solution, 'there is something to do');
}

t.test('every file of a lesson belongs to one of its exercises or to its text', async (t) => {
  for (const lesson of lessons) {
    const named = exercisesOf([lesson]).flatMap(({ file, wrong }) => [
      `exercise/${file}`,
      `solution/${file}`,
      ...wrong.map((variant) => `wrong/${variant.file}`),
    ]);
    for (const part of ['exercise', 'solution', 'wrong']) {
      const directory = join(lesson.directory, part);
      for (const name of existsSync(directory) ? readdirSync(directory) : [])
        t.ok(named.includes(`${part}/${name}`), `${lesson.name}/${part}/${name}`);
    }
  }
});

t.test('what explains a topic is there, in both languages', async (t) => {
  const rows = readExplanations();
  t.not(rows.length, 0);
  for (const { topic, lesson, section } of rows) {
    t.doesNotThrow(() => new RegExp(topic));
    for (const language of ['en', 'zh'] as const)
      t.ok(anchorsOf(readmeOf(lesson, language)).has(section[language]), `${topic}: ${section[language]}`);
  }
});

t.test('a text whose twin has changed is told', async (t) => {
  const before = { 'README.md': 'a', 'README.zh.md': 'b' };
  t.equal(compareTwins(before, before), undefined);
  t.match(
    compareTwins(before, { ...before, 'README.md': 'c' }),
    /^README\.md has changed and its twin has not/,
  );
  t.match(compareTwins(before, { 'README.md': 'c', 'README.zh.md': 'd' }), /^both texts have changed/);
  t.match(compareTwins(undefined, before), /^the texts are new/);
});
