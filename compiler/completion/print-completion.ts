import type { CommandIo } from '../../core/command.js';
import { completionValues } from '../../core/options/completion.js';
import { readShell } from '../../core/options/read-shell.js';
import { version } from '../../core/version.js';
import { optionRows } from '../command-options.js';
import { subcommandRows } from '../subcommands.js';
import { renderTemplate } from '../output/render-template.js';

/** `tsecc completion bash|zsh|fish`: prints what completes tsecc's command lines there. Throws `usage`. */
export async function printCompletion(argv: readonly string[], io: CommandIo): Promise<number> {
  const shell = readShell('tsecc', argv);
  const translate = io.translate ?? String;
  const facts = {
    command: 'tsecc',
    version,
    options: optionRows,
    commands: await Promise.all(
      subcommandRows.map(async (row) => ({ ...row, choices: await row.choices?.() })),
    ),
    files: ['*.bpf.c', '*.h'],
    optionsFirst: false,
  };
  io.stdout.write(renderTemplate(`completion.${shell}`, completionValues(shell, facts, translate)));
  return 0;
}
