import { message, type Message, type Translate } from '../../core/message.js';
import { commandTable } from './commands.js';
import { optionTable, type OptionRow } from './table.js';

const rows: readonly OptionRow[] = optionTable;

/** Command lines that show what there is, and what they do. */
const examples: readonly (readonly [line: string, what: Message])[] = [
  ['sudo tsecli package.json', message`runs it until Ctrl-C`],
  [
    "tsecli --lab --exec 'touch a; rm a' package.json",
    message`in a lab VM, without root, for as long as the command runs`,
  ],
  ['sudo tsecli -j --duration 10s package.json', message`prints JSON for ten seconds`],
  ['tsecli package.json -h', message`tells what the package is`],
];

/** The text of `tsecli --help`, in the language of `translate`. */
export function helpText(translate: Translate): string {
  const table = (lines: readonly (readonly [string, string])[]): string => {
    const width = Math.max(...lines.map(([left]) => left.length));
    return lines.map(([left, right]) => `  ${left.padEnd(width)}  ${right}\n`).join('');
  };
  return `${translate(message`Usage: ${'tsecli [run] [options] PACKAGE [program arguments]'}`)}
       tsecli check [options] PACKAGE [program arguments]
       tsecli inspect [--json] PACKAGE
       tsecli lab list|pull|shell|clean|btf

${translate(message`Loads the BPF programs of PACKAGE (a package.json made by tsecc; - reads standard input), attaches them, and prints
what they trace until it is interrupted. Everything after PACKAGE belongs to the program.`)}

${translate(message`Options:`)}
${table(rows.map((row) => [usageOf(row), translate(row.help)]))}
${translate(message`Commands:`)}
${table(commandTable.map(({ name, usage, help }) => [`tsecli ${name} ${usage}`, translate(help)]))}
${translate(message`Examples:`)}
${table(examples.map(([line, what]) => [line, translate(what)]))}
${translate(message`Exit codes: 0 done, 1 unforeseen, 2 usage, 3 not permitted, 4 this kernel cannot, 5 refused by the verifier,
6 attach failed, 7 package invalid, 8 events were lost (--fail-on-lost), 9 the lab or a needed tool is missing`)}
`;
}

function usageOf(row: OptionRow): string {
  const short = row.short === undefined ? '    ' : `-${row.short}, `;
  const value = row.value === undefined ? '' : row.optionalValue ? `[=${row.value}]` : ` ${row.value}`;
  return `${short}--${row.name}${value}`;
}
