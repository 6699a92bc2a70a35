import { createInterface } from 'node:readline/promises';
import type { CommandIo } from '../../../core/command.js';
import { TseccError } from '../../../core/errors.js';
import { message, type Message } from '../../../core/message.js';
import { readHidden, type Terminal } from '../../signing/read-hidden.js';

/** Asks for a line on the terminal. Throws `usage` where there is none. */
export async function askLine(io: CommandIo, prompt: Message): Promise<string> {
  const input = terminalOf(io);
  const lines = createInterface({ input, output: io.stderr, terminal: true });
  try {
    return (await lines.question((io.translate ?? String)(prompt))).trim();
  } finally {
    lines.close();
  }
}

/** Asks for what the terminal must not show. Throws `usage` where there is none, or where it is given up. */
export async function askSecret(io: CommandIo, prompt: Message): Promise<string> {
  const terminal = terminalOf(io);
  io.stderr.write((io.translate ?? String)(prompt));
  const typed = await readHidden(terminal);
  io.stderr.write('\n');
  if (typed !== undefined) return typed;
  throw new TseccError('usage', message`ask for a password: none was given`);
}

function terminalOf({ stdin }: CommandIo): Terminal {
  if (isTerminal(stdin)) return stdin;
  throw new TseccError('usage', message`ask for name and password: there is no terminal`, {
    cure: message`hand them over: --username NAME --password-stdin`,
  });
}

function isTerminal(stdin: CommandIo['stdin']): stdin is Terminal {
  return 'isTTY' in stdin && stdin.isTTY === true && 'setRawMode' in stdin;
}
