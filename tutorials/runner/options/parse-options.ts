import { TseccError } from '../../../core/errors.js';
import { message } from '../../../core/message.js';
import { nearest } from '../../../core/nearest.js';
import type { OptionRow } from '../../../core/options/types.js';
import { commandTable, type CommandName, type CommandRow } from './commands.js';
import { optionTable, type OptionName } from './table.js';

/** What a command line asks for. */
export interface Request {
  readonly command: CommandName | 'help' | 'version';
  /** What stands behind the command. */
  readonly words: readonly string[];
  /** Options that were given; a switch has an empty text. */
  readonly options: ReadonlyMap<OptionName, string>;
}

type Row = OptionRow & { readonly name: OptionName };
const rows: readonly Row[] = optionTable;
const commands: readonly (CommandRow & { readonly name: CommandName })[] = commandTable;

/** Reads a command line. Throws `usage`, with the nearest name for what is not known. */
export function parseOptions(argv: readonly string[]): Request {
  const options = new Map<OptionName, string>();
  const words: string[] = [];
  const left = [...argv];
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    if (word === '--') {
      words.push(...left);
      break;
    }
    if (!word.startsWith('-') || word === '-') {
      words.push(word);
      continue;
    }
    const equals = word.indexOf('=');
    const row = findRow(equals < 0 ? word : word.slice(0, equals));
    const given = equals < 0 ? undefined : word.slice(equals + 1);
    const value = valueOf(row, given, left);
    const before = options.get(row.name);
    // `--kernel 6.1 --kernel 6.12` are both, as `--kernel 6.1,6.12` is.
    options.set(row.name, row.name === 'kernel' && before !== undefined ? `${before},${value}` : value);
  }
  return requestOf(words, options);
}

function findRow(word: string): Row {
  const found = rows.find(({ name, short }) => word === `--${name}` || (short && word === `-${short}`));
  if (found) return found;
  const [near] = nearest(
    word.replace(/^-+/, ''),
    rows.map(({ name }) => name),
    1,
  );
  throw new TseccError('usage', message`use ${word}: there is no such option`, {
    cure: near === undefined ? message`see tselearn --help` : message`did you mean --${near}?`,
  });
}

function valueOf({ name, value }: Row, given: string | undefined, left: string[]): string {
  if (value === undefined) {
    if (given === undefined) return '';
    // --lab=6.12 is how tsecli has it.
    if (name === 'lab') return given;
    throw new TseccError('usage', message`use --${name}: it takes no value`);
  }
  const taken = given ?? left.shift();
  if (taken === undefined) throw new TseccError('usage', message`use --${name}: its ${value} is missing`);
  return taken;
}

function requestOf(words: readonly string[], options: Request['options']): Request {
  const [first = 'watch', ...rest] = words;
  if (options.has('help')) return { command: 'help', words: rest, options };
  if (options.has('version')) return { command: 'version', words: rest, options };
  const row = commands.find(({ name }) => name === first);
  if (!row) {
    const [near] = nearest(
      first,
      commands.map(({ name }) => name),
      1,
    );
    throw new TseccError('usage', message`do '${first}': there is no such command`, {
      cure: near === undefined ? message`see tselearn --help` : message`did you mean ${near}?`,
    });
  }
  const [least, most] = row.words;
  if (rest.length < least || rest.length > most) {
    throw new TseccError(
      'usage',
      message`tselearn ${row.name}: use it as ${`tselearn ${row.name} ${row.usage}`.trim()}`,
      {
        cure: message`see tselearn --help`,
      },
    );
  }
  return { command: row.name, words: rest, options };
}
