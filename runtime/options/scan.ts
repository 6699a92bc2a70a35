import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { nearest } from '../../core/nearest.js';
import { optionTable, type OptionName, type OptionRow } from './table.js';

/** The options found before the first word that is none, and what stands from there on. */
export interface ScannedArguments {
  /** In the order given; a switch has the value undefined. */
  readonly options: readonly { readonly name: OptionName; readonly value: string | undefined }[];
  readonly rest: readonly string[];
}

type Row = OptionRow & { readonly name: OptionName };
const rows: readonly Row[] = optionTable;

/**
 * Reads the options at the start of the arguments: `--name value`, `--name=value`, `-j`, `-jv`, `-o json`, `-ojson`. It ends at the first
 * word that is no option, or after `--`: everything from the package on belongs to the program.
 * Throws `usage`, with the nearest name for an unknown option. Own code, since it takes 1 ms where loading a parser
 * of general use takes 40 ms of the 120 that tsecli has until it loads a program.
 */
export function scanArguments(argv: readonly string[]): ScannedArguments {
  const options: { name: OptionName; value: string | undefined }[] = [];
  let index = 0;
  for (; index < argv.length; index++) {
    const word = argv[index] ?? '';
    if (word === '--') return { options, rest: argv.slice(index + 1) };
    if (!word.startsWith('-') || word === '-') break;
    for (const { row, value } of word.startsWith('--') ? [longOption(word)] : shortOptions(word)) {
      const takesNext = row.value !== undefined && !row.optionalValue && value === undefined;
      if (takesNext) index++;
      const given = takesNext ? argv[index] : value;
      if (takesNext && given === undefined) {
        throw new TseccError('usage', message`use --${row.name}: its ${row.value} is missing`);
      }
      options.push({ name: row.name, value: given });
    }
  }
  return { options, rest: argv.slice(index) };
}

interface Found {
  readonly row: Row;
  readonly value: string | undefined;
}

/** Switches in a row; what follows one that takes a value is its value: `-qo json`, `-ojson`, `-o=json`. */
function shortOptions(word: string): readonly Found[] {
  const found: Found[] = [];
  for (let at = 1; at < word.length; at++) {
    const letter = word[at] ?? '';
    const row = rows.find((candidate) => candidate.short === letter);
    if (!row) throw unknownOption(`-${letter}`, undefined);
    const rest = word.slice(at + 1);
    if (row.value !== undefined)
      return [...found, { row, value: rest === '' ? undefined : rest.replace(/^=/, '') }];
    found.push({ row, value: undefined });
  }
  return found;
}

function longOption(word: string): Found {
  const equals = word.indexOf('=');
  const name = word.slice(2, equals < 0 ? undefined : equals);
  const value = equals < 0 ? undefined : word.slice(equals + 1);
  const row = rows.find((candidate) => candidate.name === name);
  if (!row)
    throw unknownOption(
      `--${name}`,
      nearest(
        name,
        rows.map((candidate) => candidate.name),
        1,
      )[0],
    );
  if (row.value === undefined && value !== undefined) {
    throw new TseccError('usage', message`use --${name}: it takes no value`);
  }
  return { row, value };
}

function unknownOption(option: string, near: string | undefined): TseccError {
  return new TseccError('usage', message`use ${option}: there is no such option`, {
    cure: near === undefined ? message`see tsecli --help` : message`did you mean --${near}?`,
  });
}
