import { shells } from '../../core/options/completion.js';
import { message, type Message } from '../../core/message.js';

/** A word that stands before the options of tsecli. */
export interface CommandRow {
  readonly name: string;
  /** What follows it, in the help. */
  readonly usage: string;
  readonly help: Message;
  /** What its first argument may be, where that can be told. */
  readonly choices?: readonly string[];
}

/** The commands, in the order of the help; `run` may be left out. */
export const commandTable: readonly CommandRow[] = [
  { name: 'run', usage: 'PACKAGE', help: message`run a package, as without the word` },
  {
    name: 'check',
    usage: 'PACKAGE',
    help: message`load a package without attaching it, and explain what the kernel refuses`,
  },
  {
    name: 'lab',
    usage: 'COMMAND',
    help: message`kernels of the lab, and a shell in it: see tsecli lab --help`,
    choices: ['list', 'pull', 'shell', 'btf', 'clean'],
  },
  {
    name: 'doctor',
    usage: '[PACKAGE]',
    help: message`tell what this machine has for tsecli and PACKAGE, what it lacks, and what mends that`,
  },
  {
    name: 'completion',
    usage: 'SHELL',
    help: message`print what completes command lines in bash, zsh or fish`,
    choices: shells,
  },
];
