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
    name: 'inspect',
    usage: 'PACKAGE',
    help: message`tell what a package can see and change, and what it needs, without loading it`,
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
    name: 'generate-key-pair',
    usage: '',
    help: message`make cosign.key, to sign packages, and cosign.pub, to verify them`,
  },
  {
    name: 'sign',
    usage: 'PACKAGE',
    help: message`sign a package: the signature goes beside it, into PACKAGE.sig`,
  },
  {
    name: 'verify',
    usage: 'PACKAGE',
    help: message`tell who signed a package; exit code 7 when no trusted key did`,
  },
  {
    name: 'push',
    usage: 'PACKAGE REF',
    help: message`put a package into a registry: ghcr.io/owner/name:1.0`,
  },
  {
    name: 'pull',
    usage: 'REF',
    help: message`fetch a package from a registry into a file`,
  },
  {
    name: 'login',
    usage: 'REGISTRY',
    help: message`keep name and password for a registry, where Docker keeps them`,
  },
  { name: 'logout', usage: 'REGISTRY', help: message`forget them` },
  {
    name: 'completion',
    usage: 'SHELL',
    help: message`print what completes command lines in bash, zsh or fish`,
    choices: shells,
  },
];
