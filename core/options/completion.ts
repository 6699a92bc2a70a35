import type { Message, Translate } from '../message.js';
import type { OptionRow } from './types.js';

/** The shells that command lines can be completed in. */
export const shells = ['bash', 'zsh', 'fish'] as const;

/** One of {@link shells}. */
export type Shell = (typeof shells)[number];

/** What a shell has to know of a command. */
export interface CompletionFacts {
  readonly command: string;
  readonly version: string;
  readonly options: readonly OptionRow[];
  /** Words that may stand before everything else, and what may follow them where that can be told. */
  readonly commands: readonly {
    readonly name: string;
    readonly help: Message;
    readonly choices?: readonly string[] | undefined;
  }[];
  /** Names of the files that it takes: `*.bpf.c`. */
  readonly files: readonly string[];
  /** The word after which everything is as if it were not there; undefined for none. */
  readonly transparent?: string;
  /** True when options stand before the first file only: what follows belongs to a program. */
  readonly optionsFirst: boolean;
}

/** What the template of a shell is filled with: its texts are quoted for that shell. */
export function completionValues(
  shell: Shell,
  facts: CompletionFacts,
  translate: Translate,
): Readonly<Record<string, unknown>> {
  const { command, version, options, commands, files, transparent = '', optionsFirst } = facts;
  const quote = shell === 'fish' ? quoteFish : quotePosix;
  const told = (help: Message): string => {
    const text = translate(help);
    return shell === 'zsh' ? zshText(text) : text;
  };
  return {
    command,
    version,
    optionsFirst,
    transparent,
    options: options.map((row) => optionValues(row, quote, quote(told(row.help)))),
    specs: options.flatMap((row) => zshSpecs(row, told(row.help))).map(quote),
    // In bash: all that take the word behind them.
    valued: options.flatMap((row) => (row.value && !row.optionalValue ? namesOf(row) : [])).join(' '),
    names: quote(options.flatMap(namesOf).join(' ')),
    commands: commands.map(({ name, help, choices = [] }) => ({
      name,
      help: quote(told(help)),
      described: quote(`${name}:${told(help)}`),
      choices: quote(choices.join(' ')),
      words: choices.map(quote).join(' '),
      chooses: choices.length > 0,
    })),
    commandNames: quote(commands.map(({ name }) => name).join(' ')),
    patterns: files.map((pattern) => ({
      pattern: quote(pattern),
      others: quote(`!${pattern}`),
      suffix: pattern.slice(1),
    })),
    glob: `*.(${files.map((pattern) => pattern.replace('*.', '')).join('|')})`,
  };
}

const namesOf = ({ name, short }: OptionRow): string[] => [
  `--${name}`,
  ...(short === undefined ? [] : [`-${short}`]),
];

function optionValues(row: OptionRow, quote: (text: string) => string, help: string) {
  const { name, short = '', value, optionalValue = false, choices = [] } = row;
  return {
    name,
    short,
    help,
    value: value ?? '',
    takes: value !== undefined,
    required: value !== undefined && !optionalValue,
    optionalValue,
    choices: quote(choices.join(' ')),
    chooses: choices.length > 0,
    file: value === 'FILE',
    directory: value === 'DIR',
    // How bash meets it: a value behind a blank, or joined by an equals sign.
    patterns: optionalValue
      ? `=--${name}`
      : [`--${name}`, `=--${name}`, ...(short ? [`-${short}`] : [])].join('|'),
  };
}

/** An option as `_arguments` of zsh wants it. */
function zshSpecs(row: OptionRow, help: string): string[] {
  const { name, short, value, optionalValue, choices } = row;
  if (value === undefined) return namesOf(row).map((each) => `${each}[${help}]`);
  const action = choices
    ? `(${choices.join(' ')})`
    : value === 'FILE'
      ? '_files'
      : value === 'DIR'
        ? '_files -/'
        : '';
  if (optionalValue) return [`--${name}=-[${help}]::${value}:${action}`];
  return [
    `*--${name}=[${help}]:${value}:${action}`,
    ...(short === undefined ? [] : [`*-${short}+[${help}]:${value}:${action}`]),
  ];
}

const quotePosix = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
const quoteFish = (text: string): string => `'${text.replaceAll(/['\\]/g, '\\$&')}'`;

/** In the descriptions of `_arguments` and `_describe` these have a meaning. */
const zshText = (text: string): string => text.replaceAll(/[[\]:\\]/g, '\\$&');
