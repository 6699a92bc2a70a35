import { parseArgs } from 'node:util';
import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { refuseUnknownOption } from '../refuse-unknown-option.js';

/** What a command line of `tsecc editor` asks for. */
export interface EditorCommand {
  /** The working directory when left out. */
  readonly directory: string;
  readonly vmlinux: string | undefined;
  readonly language: string | undefined;
  readonly help: boolean;
}

const options = {
  vmlinux: { type: 'string' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Reads the words behind `tsecc editor`. Throws `usage`. */
export function parseEditor(argv: readonly string[]): EditorCommand {
  refuseUnknownOption('editor', argv, Object.keys(options));
  const { values, positionals } = parse(argv);
  const [directory = '.', stray] = positionals;
  if (stray === undefined) {
    return { directory, vmlinux: values.vmlinux, language: values.lang, help: values.help ?? false };
  }
  throw new TseccError('usage', message`editor: '${stray}' is one word too many`, { cure: seeHelp });
}

const seeHelp = message`see tsecc editor --help`;

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], allowPositionals: true, options });
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
    throw new TseccError('usage', message`editor: ${reason}`, { cure: seeHelp, cause });
  }
}
