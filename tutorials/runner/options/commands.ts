import { shells } from '../../../core/options/completion.js';
import { message, type Message } from '../../../core/message.js';

/** A command of tselearn. */
export interface CommandRow {
  readonly name: string;
  /** What follows it, in the help. */
  readonly usage: string;
  readonly help: Message;
  /** How many words may follow it. */
  readonly words: readonly [least: number, most: number];
  readonly choices?: readonly string[];
}

/** The commands, in the order of the help; `watch` is what happens without one. */
export const commandTable = [
  {
    name: 'watch',
    usage: '[ID]',
    words: [0, 1],
    help: message`go through the exercises, from ID on: each save runs the one you are at`,
  },
  {
    name: 'start',
    usage: 'DIR',
    words: [1, 1],
    help: message`make a folder with all exercises, or add to one what is new`,
  },
  { name: 'list', usage: '', words: [0, 0], help: message`list the exercises, and which are done` },
  { name: 'run', usage: 'ID', words: [1, 1], help: message`run one exercise, and tell how far it gets` },
  { name: 'hint', usage: 'ID', words: [1, 1], help: message`show the next of three hints` },
  { name: 'reset', usage: 'ID', words: [1, 1], help: message`put an exercise back to how it began` },
  {
    name: 'solution',
    usage: 'ID',
    words: [1, 1],
    help: message`show the solution of an exercise that passes`,
  },
  {
    name: 'results',
    usage: '',
    words: [0, 0],
    help: message`write results.json, for teachers, and print it`,
  },
  {
    name: 'check-all',
    usage: '[LESSON…]',
    words: [0, 99],
    help: message`prove the lessons: solutions pass, starters and wrong variants fail where they should`,
  },
  {
    name: 'completion',
    usage: 'SHELL',
    words: [0, 1],
    help: message`print what completes command lines in bash, zsh or fish`,
    choices: shells,
  },
] as const satisfies readonly CommandRow[];

/** The name of one of these commands. */
export type CommandName = (typeof commandTable)[number]['name'];
