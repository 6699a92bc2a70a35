import yargs from 'yargs';
import { TseccError } from '../core/errors.js';
import { message } from '../core/message.js';
import { languageOf } from '../core/language.js';
import { nearest } from '../core/nearest.js';
import { version } from '../core/version.js';
import { splitFlags } from './clang/split-flags.js';
import { helpText, optionRows, type Command, type OptionRow } from './command-options.js';

const seeHelp = 'see tsecc --help';

/** What a command line of tsecc asks for. Throws `usage`, and names the nearest option for one that is unknown. */
export function parseCommand(argv: readonly string[]): Command {
  refuseUnknown(argv);
  const args = parse(argv);
  const value = (name: string): string | undefined => lastValue(args[name]);
  languageOf({}, value('lang'));
  if (args['help'] === true) return { kind: 'print', text: helpText() };
  if (args['version'] === true) return { kind: 'print', text: `${version}\n` };
  const none = args['no-generate-package-json'] === true;
  const { source, header } = readFiles(args._);
  return {
    kind: 'compile',
    source,
    verbose: args['verbose'] === true,
    options: {
      header,
      headerOnly: args['header-only'] === true,
      outputDirectory: value('output-path'),
      packageKind: none ? 'none' : args['yaml'] === true ? 'yaml' : 'json',
      additionalFlags: allValues(args['additional-cflags']).flatMap(splitFlags),
      clang: value('clang-bin'),
      strip: value('llvm-strip-bin'),
      reuse: args['no-cache'] !== true,
      vmlinux: value('vmlinux'),
      targetArchitecture: value('target-arch'),
      btfhubArchive: archiveFor(args['btfgen'] === true, value('btfhub-archive')),
      standalone: args['standalone'] === true,
    },
  };
}

/** ecc clones an archive of many gigabytes by itself; here it is named. */
function archiveFor(wanted: boolean, archive: string | undefined): string | undefined {
  if (wanted === (archive !== undefined)) return archive;
  throw new TseccError(
    'usage',
    wanted
      ? message`read the command line: --btfgen needs an archive of types of kernels`
      : message`read the command line: --btfhub-archive is of no use without --btfgen`,
    {
      cure: wanted
        ? message`--btfhub-archive DIR, for instance a clone of github.com/aquasecurity/btfhub-archive`
        : message`add -b`,
    },
  );
}

type Parsed = Readonly<Record<string, unknown>> & { readonly _: readonly (string | number)[] };

function parse(argv: readonly string[]): Parsed {
  const strings = optionRows.filter(takesValue).map(({ name }) => name);
  const parser = yargs(joinValues(argv))
    .parserConfiguration({
      'boolean-negation': false,
      'camel-case-expansion': false,
      'dot-notation': false,
      'parse-numbers': false,
      'parse-positional-numbers': false,
    })
    .locale('en')
    .help(false)
    .version(false)
    .exitProcess(false)
    .strictOptions()
    .alias(Object.fromEntries(optionRows.flatMap(({ name, short }) => (short ? [[name, short]] : []))))
    .string(strings)
    .boolean(optionRows.filter((row) => !takesValue(row)).map(({ name }) => name))
    .requiresArg(strings)
    .fail((message, cause) => {
      throw new TseccError('usage', message`read the command line: ${message.toLowerCase()}`, {
        cure: seeHelp,
        cause,
      });
    });
  return parser.parseSync();
}

const takesValue = ({ value }: OptionRow): boolean => value !== undefined;

/**
 * `-a -DX` as `-a=-DX`: a value may begin with a dash, as flags for clang do, and yargs would take it for an option.
 */
function joinValues(argv: readonly string[]): string[] {
  const joined: string[] = [];
  for (let index = 0; index < argv.length; index++) {
    const word = argv[index] ?? '';
    if (word === '--') return [...joined, ...argv.slice(index)];
    const next = argv[index + 1];
    const row = optionRows.find(({ name, short }) => word === `--${name}` || (short && word === `-${short}`));
    if (row && takesValue(row) && next !== undefined) {
      joined.push(`--${row.name}=${next}`);
      index++;
    } else joined.push(word);
  }
  return joined;
}

function refuseUnknown(argv: readonly string[]): void {
  const names = new Set(
    optionRows.flatMap(({ name, short }) => [`--${name}`, ...(short ? [`-${short}`] : [])]),
  );
  for (const word of joinValues(argv)) {
    if (word === '--') return;
    const name = /^--[^=]+/.exec(word)?.[0];
    if (name === undefined || names.has(name)) continue;
    const [near] = nearest(
      name,
      [...names].filter((each) => each.startsWith('--')),
    );
    throw new TseccError('usage', message`read the command line: unknown option ${name}`, {
      cure: near ? message`nearest: ${near}` : seeHelp,
    });
  }
}

function readFiles(words: readonly (string | number)[]): { source: string; header: string | undefined } {
  const [source, ...rest] = words.map(String);
  if (source === undefined)
    throw new TseccError('usage', message`read the command line: no source named`, { cure: seeHelp });
  const [header, ...more] = rest;
  if (more.length === 0 && !header?.endsWith('.c')) return { source, header };
  const count = rest.length + 1;
  throw new TseccError('usage', message`read the command line: one source at a time, but ${count} are named`, {
    cure: message`compile '${rest.find((name) => name.endsWith('.c')) ?? rest[1]}' by itself, with -o DIR`,
  });
}

const allValues = (value: unknown): string[] => [value].flat().filter((each) => typeof each === 'string');

const lastValue = (value: unknown): string | undefined => allValues(value).at(-1);
