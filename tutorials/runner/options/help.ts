import { message, type Message, type Translate } from '../../../core/message.js';
import type { OptionRow } from '../../../core/options/types.js';
import { commandTable } from './commands.js';
import { optionTable } from './table.js';

const rows: readonly OptionRow[] = optionTable;

const examples: readonly (readonly [line: string, what: Message])[] = [
  ['tselearn start learn', message`makes the folder learn with all exercises`],
  ['tselearn', message`in that folder: begins, or goes on where you were`],
  ['tselearn run 2.1', message`runs the first exercise of lesson 2`],
  ['tselearn check-all --kernel 6.1,6.12 2', message`proves lesson 2 on two kernels`],
];

/** The text of `tselearn --help`, in the language of `translate`. */
export function helpText(translate: Translate): string {
  const table = (lines: readonly (readonly [string, string])[]): string => {
    const width = Math.max(...lines.map(([left]) => left.length));
    return lines.map(([left, right]) => `  ${left.padEnd(width)}  ${right}\n`).join('');
  };
  return `${translate(message`Usage: ${'tselearn [COMMAND] [options]'}`)}

${translate(message`Teaches eBPF by exercises that check themselves on a real kernel: on this host's where it can, else in a lab, which needs no
root. Without a command, in a folder that start has made, it watches the exercise you are at.`)}

${translate(message`Commands:`)}
${table(commandTable.map(({ name, usage, help }) => [`tselearn ${name} ${usage}`.trim(), translate(help)]))}
${translate(message`Options:`)}
${table(rows.map((row) => [usageOf(row), translate(row.help)]))}
${translate(message`Examples:`)}
${table(examples.map(([line, what]) => [line, translate(what)]))}
${translate(message`ID is 2.1, 02-kprobe-unlink/entry, or entry. Exit codes of run: 0 it passes, 1 not yet; 3, 4, 9 it cannot run here: rights,
kernel, lab or a tool; 2 usage. Of check-all: 1 where a promise is broken.`)}
`;
}

function usageOf({ short, name, value }: OptionRow): string {
  return `${short === undefined ? '    ' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`;
}
