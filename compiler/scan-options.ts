import { TseccError } from '../core/errors.js';
import { nearest } from '../core/nearest.js';
import { optionRows, type OptionRow } from './command-options.js';

/** A command line, taken apart. */
export interface ScannedOptions {
  /** The values of each option that was given, by its name and in order; a switch has an empty one. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  /** What is no option. */
  readonly words: readonly string[];
}

const seeHelp = 'see tsecc --help';

/**
 * Takes a command line apart as getopt_long(3) does: options may stand anywhere before `--`, as `--name value`,
 * `--name=value`, `-n value`, `-nvalue` or `-n=value`, switches together in one word. A value may begin with a dash, as
 * flags for clang do. Throws `usage`, with the nearest name for an option that is unknown. Own code: yargs takes 40 ms
 * to load, a tenth of what clang takes without us.
 */
export function scanOptions(argv: readonly string[]): ScannedOptions {
  const values = new Map<string, string[]>();
  const words: string[] = [];
  const waiting = argv[Symbol.iterator]();
  for (const word of waiting) {
    if (word === '--') return { values, words: [...words, ...waiting] };
    if (!word.startsWith('-') || word === '-') {
      words.push(word);
      continue;
    }
    for (const { row, value } of word.startsWith('--') ? [readLong(word)] : readShort(word)) {
      const given = takesValue(row) ? (value ?? nextValue(waiting, row)) : noValue(row, value);
      values.set(row.name, [...(values.get(row.name) ?? []), given]);
    }
  }
  return { values, words };
}

interface Found {
  readonly row: OptionRow;
  /** What stands in the same word. */
  readonly value: string | undefined;
}

const takesValue = ({ value }: OptionRow): boolean => value !== undefined;

function readLong(word: string): Found {
  const [, name = '', value] = /^--([^=]*)(?:=([^]*))?$/.exec(word) ?? [];
  const row = optionRows.find((each) => each.name === name);
  if (row) return { row, value };
  const near = nearest(
    name,
    optionRows.map((each) => each.name),
  )[0];
  throw unknown(`--${name}`, near);
}

/** The switches of a word, up to one that takes the rest of it as its value. */
function readShort(word: string): Found[] {
  const found: Found[] = [];
  for (let at = 1; at < word.length; at++) {
    const row = optionRows.find(({ short }) => short === word[at]);
    if (!row) throw unknown(`-${word[at]}`, undefined);
    const rest = word.slice(at + 1);
    if (takesValue(row) || rest.startsWith('='))
      return [...found, { row, value: rest === '' ? undefined : rest.replace(/^=/, '') }];
    found.push({ row, value: undefined });
  }
  return found;
}

function nextValue(waiting: Iterator<string>, { name, value }: OptionRow): string {
  const next = waiting.next();
  if (!next.done) return next.value;
  throw new TseccError('usage', `read the command line: --${name} needs its ${value}`, { cure: seeHelp });
}

function noValue({ name }: OptionRow, value: string | undefined): string {
  if (value === undefined) return '';
  throw new TseccError('usage', `read the command line: --${name} takes no value`, { cure: seeHelp });
}

function unknown(option: string, near: string | undefined): TseccError {
  return new TseccError('usage', `read the command line: unknown option ${option}`, {
    cure: near === undefined ? seeHelp : `nearest: --${near}`,
  });
}
