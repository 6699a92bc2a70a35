import { escapeText } from '../escape.js';
import { message, type Message, type Phrase, type Translate } from '../message.js';
import type { Check, CheckGroup, CheckState } from './types.js';

/** How checks are shown to a person. */
export interface RenderOptions {
  readonly translate: Translate;
  readonly colour: boolean;
}

const marks: Readonly<Record<CheckState, Message>> = {
  ok: message`ok`,
  limited: message`limited`,
  missing: message`missing`,
  unknown: message`unknown`,
};

/** SGR codes of ECMA-48: green, yellow, red, cyan. */
const colours: Readonly<Record<CheckState, number>> = { ok: 32, limited: 33, missing: 31, unknown: 36 };

/** Columns of titles that share a line. */
const lineWidth = 90;

/**
 * Groups of checks as text that ends in a line feed: a line for each with its mark, below it what mends it. What was
 * found comes from strangers, and is escaped.
 */
export function renderChecks(groups: readonly CheckGroup[], options: RenderOptions): string {
  return groups
    .filter(({ checks }) => checks.length > 0)
    .map((group) => renderGroup(group, options))
    .join('\n');
}

/** A check in one language; of a gathered group, several that say the same. */
interface Line {
  readonly state: CheckState;
  readonly titles: string[];
  readonly detail: string | undefined;
  readonly cure: string | undefined;
}

function renderGroup({ title, checks, gathered = false }: CheckGroup, options: RenderOptions): string {
  const say = (phrase: Phrase): string => escapeText(options.translate(phrase));
  const width = Math.max(...Object.values(marks).map((mark) => columns(say(mark))));
  const mark = (state: CheckState): string => {
    const word = say(marks[state]);
    const padding = ' '.repeat(width - columns(word));
    return `${options.colour ? `\x1b[${colours[state]}m${word}\x1b[39m` : word}${padding}`;
  };
  const indent = ' '.repeat(width + 4);
  const lines = gather(checks, gathered, say).flatMap(({ state, titles, detail, cure }) => [
    `  ${mark(state)}  ${wrap(titles).join(`\n${indent}`)}${detail === undefined ? '' : `: ${detail}`}`,
    ...(cure === undefined ? [] : [`${indent}→ ${cure}`]),
  ]);
  return `${[say(title), ...lines].join('\n')}\n`;
}

function gather(
  checks: readonly Check[],
  gathered: boolean,
  say: (phrase: Phrase) => string,
): readonly Line[] {
  const lines: Line[] = [];
  const sayAny = (phrase: Phrase | undefined): string | undefined =>
    phrase === undefined ? phrase : say(phrase);
  for (const check of checks) {
    const { state } = check;
    const [detail, cure] = [sayAny(check.detail), sayAny(check.cure)];
    const same = (line: Line): boolean =>
      line.state === state && line.detail === detail && line.cure === cure;
    const line = gathered ? lines.find(same) : undefined;
    if (line) line.titles.push(say(check.title));
    else lines.push({ state, titles: [say(check.title)], detail, cure });
  }
  return lines;
}

/** Words with commas between, in lines of a width. */
function wrap(words: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const [index, word] of words.entries()) {
    const text = index + 1 < words.length ? `${word},` : word;
    const last = lines.at(-1);
    if (last !== undefined && columns(last) + columns(text) < lineWidth)
      lines.splice(-1, 1, `${last} ${text}`);
    else lines.push(text);
  }
  return lines;
}

/** Columns of a terminal: Chinese characters take two. */
function columns(text: string): number {
  return Array.from(text).reduce(
    (sum, letter) => sum + (/[\u2e80-\u9fff\uff00-\uff60]/.test(letter) ? 2 : 1),
    0,
  );
}
