import { parseArgs, type ParseArgsConfig } from 'node:util';
import { TseccError } from '../core/errors.js';
import { message } from '../core/message.js';
import { nearest } from '../core/nearest.js';

/** What a subcommand takes, beside `--help` and `--lang`, which all of them take. */
interface Syntax {
  readonly switches?: readonly string[];
  /** Options with a value. */
  readonly values: readonly string[];
  /** How many words there may be. */
  readonly most: number;
}

/** A subcommand's command line. */
interface Words {
  readonly words: readonly string[];
  readonly isSet: (name: string) => boolean;
  readonly valueOf: (name: string) => string | undefined;
}

/**
 * Reads the command line of a subcommand. Throws `usage`: for an unknown option, with the nearest one, for a value that
 * is missing, and for a word too many.
 */
export function readWords(command: string, argv: readonly string[], syntax: Syntax): Words {
  const options: NonNullable<ParseArgsConfig['options']> = { help: { type: 'boolean', short: 'h' } };
  for (const name of syntax.switches ?? []) options[name] = { type: 'boolean' };
  for (const name of [...syntax.values, 'lang']) options[name] = { type: 'string' };
  refuseUnknown(command, argv, Object.keys(options));
  const { values, positionals } = parse(command, argv, options);
  const stray = positionals[syntax.most];
  if (stray !== undefined) {
    throw new TseccError('usage', message`${command}: '${stray}' is one word too many`, {
      cure: seeHelp(command),
    });
  }
  return {
    words: positionals,
    isSet: (name) => values[name] === true,
    valueOf: (name) => {
      const value = values[name];
      return typeof value === 'string' ? value : undefined;
    },
  };
}

const seeHelp = (command: string) => message`see tsecc ${command} --help`;

function parse(command: string, argv: readonly string[], options: NonNullable<ParseArgsConfig['options']>) {
  try {
    return parseArgs({ args: [...argv], allowPositionals: true, options });
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
    throw new TseccError('usage', message`${command}: ${reason}`, { cure: seeHelp(command), cause });
  }
}

function refuseUnknown(command: string, argv: readonly string[], names: readonly string[]): void {
  const end = argv.indexOf('--');
  for (const word of end < 0 ? argv : argv.slice(0, end)) {
    const name = /^--([^=]+)/.exec(word)?.[1];
    if (name === undefined || names.includes(name)) continue;
    const [near] = nearest(name, names);
    throw new TseccError('usage', message`${command}: unknown option --${name}`, {
      cure: near === undefined ? seeHelp(command) : message`nearest: --${near}`,
    });
  }
}
