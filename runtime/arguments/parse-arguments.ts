import { TseccError } from '../../core/errors.js';
import { message, type Phrase } from '../../core/message.js';
import { nearest } from '../../core/nearest.js';
import { optionTable, type OptionMeaning } from './option-table.js';
import { parseInteger } from './parse-integer.js';
import { parseValue, ValueError } from './parse-value.js';
import type { ParsedArguments, Patch, ProgramArgument } from './types.js';

/** State of one reading. */
interface Scan {
  readonly table: ReadonlyMap<string, OptionMeaning>;
  readonly argv: readonly string[];
  at: number;
  /** By variable, so that the last one wins. */
  readonly set: Map<ProgramArgument, Uint8Array>;
  help: boolean;
  version: boolean;
}

/**
 * Reads a program's arguments: `--name value`, `--name=value`, `-n value`, `-nvalue`, switches alone and together
 * (`-vq`), `--` at the end. Given more than once, the last one counts. The patches are those of the manifest's
 * defaults too. Throws TseccError `usage`, naming the nearest option or what the value should be.
 */
export function parseArguments(found: readonly ProgramArgument[], argv: readonly string[]): ParsedArguments {
  const scan: Scan = { table: optionTable(found), argv, at: 0, set: new Map(), help: false, version: false };
  while (scan.at < argv.length) {
    const word = argv[scan.at++] ?? '';
    if (word === '--' && scan.at === argv.length) break;
    if (word.startsWith('--') && word.length > 2) readLong(scan, word);
    else if (word.startsWith('-') && word.length > 1 && word !== '--') readShort(scan, word);
    else throw unexpected(word);
  }
  const patches = found.flatMap((argument) => toPatch(argument, scan.set.get(argument) ?? argument.preset));
  return { patches, help: scan.help, version: scan.version };
}

function toPatch({ section, sectionIndex, offset }: ProgramArgument, bytes: Uint8Array | undefined): Patch[] {
  return bytes ? [{ section, sectionIndex, offset, bytes }] : [];
}

function readLong(scan: Scan, word: string): void {
  const equals = word.indexOf('=');
  const name = equals < 0 ? word : word.slice(0, equals);
  const meaning = scan.table.get(name);
  if (!meaning) throw unknownOption(scan, name);
  apply(scan, name, meaning, equals < 0 ? undefined : word.slice(equals + 1));
}

/** `-n value`, `-nvalue`, `-n=value`, and switches in a row. */
function readShort(scan: Scan, word: string): void {
  for (let at = 1; at < word.length; at++) {
    const name = `-${word[at]}`;
    const meaning = scan.table.get(name);
    if (!meaning) throw unknownOption(scan, at === 1 && word.length > 2 ? word : name);
    const rest = word.slice(at + 1);
    if (meaning.kind === 'value' || rest.startsWith('=')) {
      return apply(scan, name, meaning, rest === '' ? undefined : rest.replace(/^=/, ''));
    }
    apply(scan, name, meaning, undefined);
  }
}

function apply(scan: Scan, name: string, meaning: OptionMeaning, given: string | undefined): void {
  switch (meaning.kind) {
    case 'help':
    case 'version':
      if (given !== undefined) throw badValue(name, message`it takes no value`);
      scan[meaning.kind] = true;
      return;
    case 'switch': {
      const value = given ?? 'true';
      const bytes = read(meaning.argument, name, value);
      // A switch that turns off, turned off, turns on.
      const isSet = bytes.some((byte) => byte !== 0) === meaning.on;
      scan.set.set(meaning.argument, read(meaning.argument, name, String(isSet)));
      return;
    }
    case 'value':
      scan.set.set(
        meaning.argument,
        read(meaning.argument, name, given ?? nextValue(scan, name, meaning.argument)),
      );
      return;
    default:
      meaning satisfies never;
  }
}

/** The word after an option; another option is none, but a negative number is. */
function nextValue(scan: Scan, name: string, { type }: ProgramArgument): string {
  const next = scan.argv[scan.at];
  const isOption =
    next !== undefined && scan.table.has(next.split('=')[0] ?? '') && parseInteger(next) === undefined;
  if (next === undefined || isOption) {
    throw new TseccError('usage', message`read argument '${name}': its value is missing`, {
      cure: message`${name} <${type}>`,
    });
  }
  scan.at += 1;
  return next;
}

function read(argument: ProgramArgument, name: string, text: string): Uint8Array {
  try {
    return parseValue(argument.shape, text, argument.littleEndian);
  } catch (error) {
    if (error instanceof ValueError) throw badValue(name, error.phrase);
    throw error;
  }
}

const badValue = (name: string, reason: Phrase): TseccError =>
  new TseccError('usage', message`read argument '${name}': ${reason}`);

function unknownOption({ table }: Scan, name: string): TseccError {
  const near = nearest(name, table.keys(), 1)[0];
  return new TseccError('usage', message`read argument '${name}': the program has no such option`, {
    cure: near === undefined ? message`-h shows those it has` : message`did you mean ${near}`,
  });
}

function unexpected(word: string): TseccError {
  return new TseccError('usage', message`read argument '${word}': an option begins with -`, {
    cure: message`the program's variables are set by --name value, -h shows them`,
  });
}
