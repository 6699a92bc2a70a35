import type { CommandIo } from '../../../core/command.js';
import { completionValues } from '../../../core/options/completion.js';
import { readShell } from '../../../core/options/read-shell.js';
import { version } from '../../../core/version.js';
import { renderTemplate } from '../../../compiler/output/render-template.js';
import { exercisesOf, readLessons } from '../lessons/read-lessons.js';
import { commandTable, type CommandRow } from '../options/commands.js';
import { optionTable } from '../options/table.js';

const commands: readonly CommandRow[] = commandTable;

/** `tselearn completion bash|zsh|fish`: prints what completes tselearn's command lines there. Throws `usage`. */
export function printCompletion(argv: readonly string[], io: CommandIo): number {
  const shell = readShell('tselearn', argv);
  const labels = exercisesOf(readLessons()).map(({ label }) => label);
  const facts = {
    command: 'tselearn',
    version,
    options: optionTable,
    commands: commands.map((row) => ({ ...row, choices: row.usage === 'ID' ? labels : row.choices })),
    files: [],
    optionsFirst: false,
  };
  io.stdout.write(
    renderTemplate(`completion.${shell}`, completionValues(shell, facts, io.translate ?? String)),
  );
  return 0;
}
