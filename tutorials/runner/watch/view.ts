import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { escapeText } from '../../../core/escape.js';
import { message, type Message } from '../../../core/message.js';
import { displayWidth } from '../../../runtime/render/display-width.js';
import { cutText } from '../../../runtime/render/fit-text.js';
import { listLines } from '../commands/list.js';
import { notBegun } from '../folder/progress.js';
import type { Exercise } from '../lessons/types.js';
import { describeOutcome, type ReportStyle } from '../report/describe-outcome.js';
import { renderLadder } from '../report/ladder.js';
import { wrap } from '../report/wrap.js';
import type { View } from '../screen/frame.js';
import { isDone, type WatchState } from './state.js';

type KeyWords = readonly (readonly [key: string, word: Message])[];

/** The keys, as the last line has them. */
const keyWords: Readonly<Record<WatchState['view'], KeyWords>> = {
  exercise: [
    ['n', message`next`],
    ['h', message`hint`],
    ['r', message`run`],
    ['l', message`list`],
    ['s', message`solution`],
    ['x', message`reset`],
    ['q', message`quit`],
  ],
  list: [
    ['↑ ↓', message`choose`],
    ['Enter', message`go there`],
    ['l', message`back`],
    ['q', message`quit`],
  ],
  solution: [
    ['↑ ↓', message`scroll`],
    ['s', message`back`],
    ['n', message`next`],
    ['q', message`quit`],
  ],
};

/** What a watch shows in a style, whose width is the screen's. */
export function viewOf(state: WatchState, style: ReportStyle): View {
  const { exercises, progress, at, view } = state;
  const { paint, translate, language, width } = style;
  const exercise = exercises[at];
  const done = exercises.filter(({ key }) => progress[key]?.passed !== undefined).length;
  const count = translate(message`${done} of ${exercises.length} done`);
  const lesson = exercise ? `${exercise.lesson.number} ${exercise.lesson.title[language]}` : '';
  const title = cutText(lesson, Math.max(8, width - displayWidth(count) - 2));
  const blank = ' '.repeat(Math.max(1, width - displayWidth(title) - displayWidth(count)));
  const keys = keyWords[view].map(([key, word]) => `${paint('bold', key)} ${translate(word)}`).join('  ');
  const note = state.note === undefined ? '' : cutText(escapeText(translate(state.note)), width);
  return {
    top: [`${paint('bold', title)}${blank}${paint('dim', count)}`, paint('dim', '─'.repeat(width))],
    body: exercise ? bodies[view](state, exercise, style) : [],
    bottom: [paint('yellow', note), keys],
  };
}

const bodies: Readonly<
  Record<WatchState['view'], (state: WatchState, exercise: Exercise, style: ReportStyle) => readonly string[]>
> = { exercise: exerciseBody, list: listBody, solution: solutionBody };

function exerciseBody(state: WatchState, exercise: Exercise, style: ReportStyle): readonly string[] {
  const { judgement, running, progress } = state;
  const { language, translate, paint, width } = style;
  const { hints, attempts, passed } = progress[exercise.key] ?? notBegun;
  const isNew = attempts <= 1 && passed === undefined;
  return [
    paint('bold', `${exercise.label} ${exercise.title[language]}`),
    ...wrap(exercise.task[language], width),
    paint('cyan', `${exercise.lesson.name}/${exercise.file}`),
    ...(isNew
      ? wrap(translate(beginWords(exercise, language)), width).map((line) => paint('dim', line))
      : []),
    '',
    ...(judgement ? describeOutcome(exercise, judgement, style) : [renderLadder(undefined, style), '']),
    ...(running ? wrap(translate(runningWords[running]), width).map((line) => paint('dim', line)) : []),
    ...(judgement?.outcome.kind === 'pass' && !running ? ['', translate(passedWords(state))] : []),
    ...exercise.hints
      .slice(0, hints)
      .flatMap((hint, at) => [
        '',
        ...wrap(`${paint('bold', translate(message`hint ${at + 1}: `))}${hint[language]}`, width),
      ]),
  ];
}

/** What to do with an exercise that is new: its file has just been run as it is. */
const beginWords = ({ lesson }: Exercise, language: ReportStyle['language']): Message =>
  message`change this file and save it, it is run then; the lesson is ${`${lesson.name}/${language === 'zh' ? 'README.zh.md' : 'README.md'}`}`;

const runningWords: Readonly<Record<NonNullable<WatchState['running']>, Message>> = {
  file: message`running…`,
  solution: message`running our solution, to see whether this kernel is to blame…`,
};

const passedWords = (state: WatchState): Message =>
  isDone(state)
    ? message`All exercises pass. Well done!`
    : message`Press n for the next exercise, s for our solution.`;

/** The list, with a mark at the chosen one; the others are moved to the same column. */
function listBody(
  { exercises, progress, chosen }: WatchState,
  _: Exercise,
  style: ReportStyle,
): readonly string[] {
  const { language, translate } = style;
  const label = exercises[chosen]?.label ?? '';
  return listLines(exercises, progress, { language, translate, style }).map((line) =>
    line.includes(` ${label} `) && line.startsWith('  ') ? style.paint('cyan', `>${line.slice(1)}`) : line,
  );
}

function solutionBody(_: WatchState, exercise: Exercise, { paint }: ReportStyle): readonly string[] {
  const { lesson, file } = exercise;
  const path = join(lesson.directory, 'solution', file);
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  return [
    paint('cyan', `solution/${file}`),
    '',
    ...lines.map((line) => escapeText(line, { keepLines: true })),
  ];
}
