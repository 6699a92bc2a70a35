import type { CommandIo } from '../core/command.js';
import { shells } from '../core/options/completion.js';
import { message, type Message } from '../core/message.js';

/** Something else that tsecc does than to compile: gives its exit code, throws what `main` explains. */
export type Subcommand = (argv: readonly string[], io: CommandIo, signal?: AbortSignal) => Promise<number>;

/** A word that stands before everything else. A source that is called so is written ./completion. */
export interface SubcommandRow {
  readonly name: string;
  /** What follows it, in the help. */
  readonly usage: string;
  readonly help: Message;
  /** What its first argument may be, where that can be told. */
  readonly choices?: () => Promise<readonly string[]>;
  /** Loaded only when asked for: a compile starts without it. */
  readonly load: () => Promise<Subcommand>;
}

/** All of them, in the order of the help. */
export const subcommandRows: readonly SubcommandRow[] = [
  {
    name: 'init',
    usage: '[TEMPLATE] [DIR]',
    help: message`write a program to begin with, from a template`,
    choices: async () => (await import('./init/template.js')).readTemplates().map(({ id }) => id),
    load: async () => (await import('./init/init.js')).init,
  },
  {
    name: 'editor',
    usage: '[DIR]',
    help: message`write files by which editors read sources as tsecc does`,
    load: async () => (await import('./editor/editor.js')).editor,
  },
  {
    name: 'doctor',
    usage: '',
    help: message`tell what a compile needs and lacks here, and what mends it`,
    load: async () => (await import('./doctor/doctor.js')).doctor,
  },
  {
    name: 'completion',
    usage: 'SHELL',
    help: message`print what completes command lines in bash, zsh or fish`,
    choices: () => Promise.resolve(shells),
    load: async () => (await import('./completion/print-completion.js')).printCompletion,
  },
];

/** What a command line asks for by its first word; undefined when that is a source. */
export async function subcommandOf(word: string | undefined): Promise<Subcommand | undefined> {
  return subcommandRows.find(({ name }) => name === word)?.load();
}
