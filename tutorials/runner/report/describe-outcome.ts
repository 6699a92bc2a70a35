import { diagnosticLines, type Diagnostic } from '../../../core/diagnostics.js';
import { escapeText } from '../../../core/escape.js';
import type { Language } from '../../../core/language.js';
import { message, type Message, type Phrase, type Translate } from '../../../core/message.js';
import type { Exercise } from '../lessons/types.js';
import type { Judgement, Stop } from '../rungs/types.js';
import { sectionFor } from '../teach/sections.js';
import { renderLadder } from './ladder.js';
import type { Paint } from '../../../runtime/render/colour.js';
import { wrap } from './wrap.js';

/** How reports are written. */
export interface ReportStyle {
  readonly language: Language;
  readonly translate: Translate;
  readonly paint: Paint;
  readonly colour: boolean;
  /** Cells of a line. */
  readonly width: number;
}

/** Findings that are shown: the first errors make most of the others. */
const shownDiagnostics = 3;

/** A judgement in lines: the ladder, what is wrong, what there was instead, and where it is explained. */
export function describeOutcome(
  exercise: Exercise,
  { outcome, seconds, kernel, where }: Judgement,
  style: ReportStyle,
): readonly string[] {
  const { translate, paint, width } = style;
  const place = placeWords(where, kernel);
  const spent = `${seconds.toFixed(1)} s`;
  const time = place === '' ? spent : translate(message`${spent}, ${place}`);
  const ladder = renderLadder(outcome, style);
  switch (outcome.kind) {
    case 'pass':
      return [ladder, `${paint('green', translate(message`passed`))}  ${paint('dim', time)}`];
    case 'cannot':
      return [
        `${paint('yellow', translate(message`cannot run here`))}  ${paint('dim', time)}`,
        ...wrap(escapeText(translate(outcome.reason)), width),
        ...wrap(
          translate(message`This says nothing about your program: it is this kernel or machine that cannot.`),
          width,
        ),
      ];
    case 'not-yet':
      return [
        ladder,
        `${paint('yellow', translate(message`not yet`))}  ${paint('dim', time)}`,
        ...describeStop(exercise, outcome.stop, style),
      ];
    default:
      return outcome satisfies never;
  }
}

function placeWords(where: Judgement['where'], kernel: string | undefined): Phrase {
  if (where === undefined || kernel === undefined) return where ?? '';
  return where === 'lab' ? message`lab, Linux ${kernel}` : message`this host, Linux ${kernel}`;
}

function describeStop(exercise: Exercise, stop: Stop, style: ReportStyle): readonly string[] {
  const { language, translate, paint, width } = style;
  const { say, cure, diagnostics, found } = stop;
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const others = diagnostics.filter(({ severity }) => severity !== 'error');
  // Errors at their places say what is wrong better than the sentence; warnings only help to see why.
  const isLocated = errors.length > 0;
  const told = [...errors, ...others].slice(0, shownDiagnostics).flatMap((each) => findingLines(each, style));
  const section = sectionFor(exercise, stop, language);
  return [
    ...(isLocated ? [] : wrap(escapeText(textOf(say, style)), width)),
    ...(cure === undefined || isLocated ? [] : wrap(`→ ${escapeText(translate(cure))}`, width)),
    ...(isLocated ? told : []),
    ...(found.length > 0 ? [translate(foundWords(exercise, stop))] : []),
    ...found.flatMap((line) => wrap(escapeText(translate(line)), width - 2).map((each) => `  ${each}`)),
    ...(isLocated ? [] : told),
    ...(section === undefined
      ? []
      : wrap(translate(message`read: ${section.title} (${section.file})`), width).map((line) =>
          paint('cyan', line),
        )),
  ];
}

/** In a quiz, what was found is what the learner wrote, and nothing that the kernel sent. */
const foundWords = ({ checks }: Exercise, { check }: Stop): Message =>
  checks.some(({ id, answer }) => id === check && answer !== undefined)
    ? message`your answer:`
    : message`there is:`;

/** A message at its place in lines that fit: words are broken, what follows is moved in; source is left as it is. */
const findingLines = (diagnostic: Diagnostic, { translate, colour, width }: ReportStyle): readonly string[] =>
  diagnosticLines(diagnostic, { color: colour, translate }).flatMap(({ kind, text }) =>
    kind === 'source' ? [text] : wrap(text, width - 4).map((line, at) => (at > 0 ? `    ${line}` : line)),
  );

const textOf = (say: Stop['say'], { language, translate }: ReportStyle): string =>
  isPhrase(say) ? translate(say) : say[language];

const isPhrase = (say: Stop['say']): say is Phrase => typeof say === 'string' || 'key' in say;
