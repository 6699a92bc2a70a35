import { escapeText } from '../../core/escape.js';
import type { PackageMeta } from '../../core/package/types.js';
import { columnsOf } from '../decode/columns.js';
import type { EventType } from '../decode/types.js';
import { optionTable } from './option-table.js';
import type { ProgramArgument } from './types.js';

/** What the help of a program is made of. */
export interface HelpFacts {
  readonly meta: PackageMeta;
  readonly arguments: readonly ProgramArgument[];
  readonly events: readonly EventType[];
  readonly programs: readonly { readonly name: string; readonly section: string }[];
}

/**
 * The text of `tsecli run PACKAGE -h`: name and version, what it is for, each argument with its type and default, the
 * fields of its events, and where its programs attach. All of it comes from the package, so control characters are
 * made visible.
 */
export function renderHelp(facts: HelpFacts): string {
  const parts = [
    aboutLines(facts.meta),
    ['Arguments:', ...alignPairs([...facts.arguments.map(argumentPair), ...commonPairs(facts.arguments)])],
    ...facts.events.map((type) => [
      `Event ${type.name}:`,
      ...alignPairs(columnsOf(type).map(({ path, type }) => [path, type])),
    ]),
    ['Programs:', ...alignPairs(facts.programs.map(({ name, section }) => [name, section]))],
  ];
  const texts = parts
    .filter((lines) => lines.length > 1 || lines === parts[0])
    .map((lines) => lines.join('\n'));
  return `${escapeText(texts.join('\n\n'), { keepLines: true })}\n`;
}

function aboutLines({ bpf_skel: { obj_name: name, doc } }: PackageMeta): string[] {
  const version = doc?.version ? ` ${doc.version}` : '';
  const about = [doc?.brief, doc?.description, doc?.details].filter(
    (text) => text !== undefined && text !== '',
  );
  return [`${name}${version}`, ...new Set(about.map(String))];
}

type Pair = readonly [left: string, right: string];

function argumentPair(argument: ProgramArgument): Pair {
  const { short, name, type, shape, help, defaultText } = argument;
  const option = shape.kind === 'bool' ? `--${name}, --no-${name}` : `--${name} <${type}>`;
  const left = `${short === undefined ? '    ' : `-${short}, `}${option}`;
  const values = shape.kind === 'enum' ? `one of ${[...shape.names.byName.keys()].join(', ')}` : undefined;
  const facts = [values, `default ${defaultText === '' ? '""' : defaultText}`].filter(
    (text) => text !== undefined,
  );
  return [left, `${help === undefined ? '' : `${help} `}(${facts.join('; ')})`];
}

function commonPairs(found: readonly ProgramArgument[]): Pair[] {
  const table = optionTable(found);
  const short = table.get('-h')?.kind === 'help' ? '-h, ' : '    ';
  const pairs: Pair[] = [];
  if (table.get('--help')?.kind === 'help') pairs.push([`${short}--help`, 'show this help']);
  if (table.get('--version')?.kind === 'version') pairs.push(['    --version', "show the program's version"]);
  return pairs;
}

/** Two columns, indented; a right side of several lines stays in its column. */
function alignPairs(pairs: readonly Pair[]): string[] {
  // Long types must not push all the rest away.
  const width = Math.min(40, Math.max(0, ...pairs.map(([left]) => left.length)));
  const indent = ' '.repeat(width + 4);
  return pairs.map(([left, right]) =>
    `  ${left.padEnd(width)}  ${right.replaceAll('\n', `\n${indent}`)}`.trimEnd(),
  );
}
