import type { CommandIo } from '../core/command.js';
import { shells } from '../core/options/completion.js';
import { message, type Message } from '../core/message.js';

/** A command of tsecc beside compiling: a word that stands before everything else. */
export interface CommandRow {
  readonly name: string;
  /** What follows it, in the help. */
  readonly usage: string;
  readonly help: Message;
  /** What may be its first argument, where that can be told. */
  readonly choices?: readonly string[];
  /** Loads it; it gets what stands behind its name, and gives the exit code. */
  readonly load: () => Promise<(argv: readonly string[], io: CommandIo) => Promise<number>>;
}

/** All of them; a source of such a name is written ./completion. */
export const commandRows: readonly CommandRow[] = [
  {
    name: 'completion',
    usage: 'SHELL',
    help: message`print what completes command lines in bash, zsh or fish`,
    choices: shells,
    load: async () => (await import('./completion/print-completion.js')).printCompletion,
  },
];
