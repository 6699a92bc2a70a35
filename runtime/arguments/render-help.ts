import { escapeText } from '../../core/escape.js';
import type { PackageMeta } from '../../core/package/types.js';
import { columnsOf } from '../decode/columns.js';
import type { EventType } from '../decode/types.js';
import { optionTable } from './option-table.js';
import type { ProgramArgument } from './types.js';
import { message, type Translate } from '../../core/message.js';

/** What the help of a program is made of. */
export interface HelpFacts {
  readonly meta: PackageMeta;
  readonly arguments: readonly ProgramArgument[];
  readonly events: readonly EventType[];
  readonly programs: readonly { readonly name: string; readonly section: string }[];
  /** Absent, in English. */
  readonly translate?: Translate;
}

/**
 * The text of `tsecli run PACKAGE -h`: name and version, what it is for, each argument with its type and default, the
 * fields of its events, and where its programs attach. All of it comes from the package, so control characters are
 * made visible.
 */
export function renderHelp(facts: HelpFacts): string {
  const { translate = String } = facts;
  const parts = [
    aboutLines(facts.meta),
    [
      translate(message`Arguments:`),
      ...alignPairs([
        ...facts.arguments.map((argument) => argumentPair(argument, translate)),
        ...commonPairs(facts.arguments, translate),
      ]),
    ],
    ...facts.events.map((type) => [
      translate(message`Event ${type.name}:`),
      ...alignPairs(columnsOf(type).map(({ path, type }) => [path, type])),
    ]),
    [
      translate(message`Programs:`),
      ...alignPairs(facts.programs.map(({ name, section }) => [name, section])),
    ],
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

function argumentPair(argument: ProgramArgument, translate: Translate): Pair {
  const { short, name, type, shape, help, defaultText } = argument;
  const option = shape.kind === 'bool' ? `--${name}, --no-${name}` : `--${name} <${type}>`;
  const left = `${short === undefined ? '    ' : `-${short}, `}${option}`;
  const values =
    shape.kind === 'enum'
      ? translate(message`one of ${[...shape.names.byName.keys()].join(', ')}`)
      : undefined;
  const facts = [values, translate(message`default ${defaultText === '' ? '""' : defaultText}`)].filter(
    (text) => text !== undefined,
  );
  return [left, `${help === undefined ? '' : `${help} `}(${facts.join('; ')})`];
}

function commonPairs(found: readonly ProgramArgument[], translate: Translate): Pair[] {
  const table = optionTable(found);
  const short = table.get('-h')?.kind === 'help' ? '-h, ' : '    ';
  const pairs: Pair[] = [];
  if (table.get('--help')?.kind === 'help')
    pairs.push([`${short}--help`, translate(message`show this help`)]);
  if (table.get('--version')?.kind === 'version')
    pairs.push(['    --version', translate(message`show the program's version`)]);
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
