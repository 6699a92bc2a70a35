import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { readWords } from '../read-words.js';

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

/** Reads the words behind `tsecc init`. Throws `usage`. */
export function parseInit(argv: readonly string[]): InitCommand {
  const { words, isSet, valueOf } = readWords('init', argv, {
    switches: ['list'],
    values: ['name'],
    most: 2,
  });
  const [template, directory = '.'] = words;
  const name = valueOf('name');
  return {
    template,
    directory,
    name: name === undefined ? undefined : checkName(name),
    language: valueOf('lang'),
    list: isSet('list'),
    help: isSet('help'),
  };
}

// It becomes part of file names, of comments in C and of a section's name.
function checkName(name: string): string {
  const stem = name.replace(/\.bpf(?:\.c)?$/, '');
  if (/^[A-Za-z0-9_][A-Za-z0-9_-]{0,63}$/.test(stem)) return stem;
  throw new TseccError('usage', message`init: '${name}' cannot be a program's name`, {
    cure: message`letters, digits, - and _, for instance --name open-files`,
  });
}
