import { parseArgs } from 'node:util';
import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { refuseUnknownOption } from '../refuse-unknown-option.js';

/** What a command line of `tsecc init` asks for. */
export interface InitCommand {
  readonly template: string | undefined;
  /** The working directory when left out. */
  readonly directory: string;
  /** What the program is to be called; as its template, when left out. */
  readonly name: string | undefined;
  readonly language: string | undefined;
  readonly list: boolean;
  readonly help: boolean;
}

const options = {
  list: { type: 'boolean' },
  name: { type: 'string' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Reads the words behind `tsecc init`. Throws `usage`. */
export function parseInit(argv: readonly string[]): InitCommand {
  refuseUnknownOption('init', argv, Object.keys(options));
  const { values, positionals } = parse(argv);
  const [template, directory = '.', stray] = positionals;
  if (stray !== undefined) {
    throw new TseccError('usage', message`init: '${stray}' is one word too many`, { cure: seeHelp });
  }
  return {
    template,
    directory,
    name: values.name === undefined ? undefined : checkName(values.name),
    language: values.lang,
    list: values.list ?? false,
    help: values.help ?? false,
  };
}

const seeHelp = message`see tsecc init --help`;

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], allowPositionals: true, options });
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
    throw new TseccError('usage', message`init: ${reason}`, { cure: seeHelp, cause });
  }
}

// It becomes part of file names, of C comments and of a section's name.
function checkName(name: string): string {
  const stem = name.replace(/\.bpf(?:\.c)?$/, '');
  if (/^[A-Za-z0-9_][A-Za-z0-9_-]{0,63}$/.test(stem)) return stem;
  throw new TseccError('usage', message`init: '${name}' cannot be a program's name`, {
    cure: message`letters, digits, - and _, for instance --name open-files`,
  });
}
