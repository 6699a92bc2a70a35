import { readFileSync } from 'node:fs';
import type { CommandIo } from '../../core/command.js';
import { fillTemplate } from '../../core/fill-template.js';
import { completionValues } from '../../core/options/completion.js';
import { readShell } from '../../core/options/read-shell.js';
import { version } from '../../core/version.js';
import { commandTable } from '../options/commands.js';
import { optionTable } from '../options/table.js';
import { findTemplate } from './find-template.js';

/** `tsecli completion bash|zsh|fish`: prints what completes tsecli's command lines there. Throws `usage`. */
export async function printCompletion(argv: readonly string[], io: CommandIo): Promise<number> {
  const shell = readShell('tsecli', argv);
  const translate = io.translate ?? String;
  const facts = {
    command: 'tsecli',
    version,
    options: optionTable,
    commands: commandTable,
    files: ['*.json'],
    transparent: 'run',
    optionsFirst: true,
  };
  const template = readFileSync(findTemplate(`completion.${shell}`), 'utf8');
  io.stdout.write(fillTemplate(template, completionValues(shell, facts, translate)));
  return 0;
}
