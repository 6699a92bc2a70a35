import yargs from 'yargs';
import { TseccError } from '../core/errors.js';
import { languageOf } from '../core/language.js';
import { message } from '../core/message.js';
import { nearest } from '../core/nearest.js';
import type { OptionRow } from '../core/options/types.js';
import { splitFlags } from './clang/split-flags.js';
import { optionRows, type Command } from './command-options.js';
import type { CompileFilesOptions } from './compile-files.js';
import { formats } from './report/formats.js';
import { readFiles } from './read-files.js';
import { checkWatching, splitRun } from './watch/watch-options.js';

const seeHelp = message`see tsecc --help`;

/** What a command line of tsecc asks for. Throws `usage`, and names the nearest option for one that is unknown. */
export function parseCommand(argv: readonly string[]): Command {
  const { own, run } = splitRun(joinValues(argv));
  refuseUnknown(own);
  const args = parse(own);
  languageOf({}, lastValue(args['lang']));
  checkFormat(lastValue(args['format']), run !== undefined);
  if (args['help'] === true) return { kind: 'help' };
  if (args['version'] === true) return { kind: 'version' };
  const watches = args['watch'] === true;
  const { sources, header } = readFiles(args._.map(String), watches);
  const verbose = args['verbose'] === true;
  const options = readOptions(args, header);
  checkWatching({ watches, run, sources, options });
  const check = args['check'] === true;
  if (check) refuseUncheckable(options, watches);
  return watches
    ? { kind: 'watch', sources, verbose, options, run }
    : { kind: 'compile', source: sources[0], verbose, check, options };
}

/** Only what stands in package.json can be loaded, and only once it is made. */
function refuseUncheckable({ packageKind }: CompileFilesOptions, watches: boolean): void {
  const stray =
    packageKind === 'none' ? '-n' : packageKind === 'yaml' ? '-y' : watches ? '--watch' : undefined;
  if (stray === undefined) return;
  throw new TseccError('usage', message`read the command line: --check does not go with ${stray}`, {
    cure: message`leave out ${stray}`,
  });
}

function readOptions(args: Parsed, header: string | undefined): CompileFilesOptions {
  const value = (name: string): string | undefined => lastValue(args[name]);
  const none = args['no-generate-package-json'] === true;
  return {
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
    types: args['types'] === true,
  };
}

function checkFormat(format: string | undefined, runs: boolean): void {
  if (format === undefined) return;
  if (!formats.some((each) => each === format)) {
    throw new TseccError('usage', message`use --format ${format}: there is no such form`, {
      cure: message`one of ${formats.join(', ')}`,
    });
  }
  if (format === 'text' || !runs) return;
  throw new TseccError(
    'usage',
    message`use --format ${format}: standard output is that of the program with --run`,
    {
      cure: message`leave out --run`,
    },
  );
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
  const parser = yargs([...argv])
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
    .fail((said, cause) => {
      throw new TseccError('usage', message`read the command line: ${said.toLowerCase()}`, {
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
  for (const word of argv) {
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

const allValues = (value: unknown): string[] => [value].flat().filter((each) => typeof each === 'string');

const lastValue = (value: unknown): string | undefined => allValues(value).at(-1);
