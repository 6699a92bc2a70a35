import { optionTable, type OptionRow } from './table.js';

const rows: readonly OptionRow[] = optionTable;

/** The text of `tsecli --help`. */
export function helpText(): string {
  const lines = rows.map((row) => ({ usage: usageOf(row), help: row.help }));
  const width = Math.max(...lines.map(({ usage }) => usage.length));
  return `Usage: tsecli [run] [options] PACKAGE [program arguments]
       tsecli check [options] PACKAGE [program arguments]
       tsecli lab list|pull|shell|clean|btf

Loads the BPF programs of PACKAGE (a package.json made by tsecc; - reads standard input), attaches them, and prints
what they trace until it is interrupted. Everything after PACKAGE belongs to the program.
check only loads them, and explains what the kernel refuses.

Options:
${lines.map(({ usage, help }) => `  ${usage.padEnd(width)}  ${help}\n`).join('')}
Examples:
  sudo tsecli package.json
  tsecli --lab --exec 'touch test1; rm test1' package.json     (in a lab VM, without root)
  sudo tsecli -j --duration 10s package.json

Exit codes: 0 done, 1 unforeseen, 2 usage, 3 not permitted, 4 this kernel cannot, 5 refused by the verifier,
6 attach failed, 7 package invalid, 9 the lab or a needed tool is missing
`;
}

function usageOf(row: OptionRow): string {
  const short = row.short === undefined ? '    ' : `-${row.short}, `;
  const value = row.value === undefined ? '' : row.optionalValue ? `[=${row.value}]` : ` ${row.value}`;
  return `${short}--${row.name}${value}`;
}
