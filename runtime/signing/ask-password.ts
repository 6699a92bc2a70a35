import type { CommandIo } from '../../core/command.js';
import { TseccError } from '../../core/errors.js';
import { message, type Message } from '../../core/message.js';
import { readHidden, type Terminal } from './read-hidden.js';

/** How a password is asked for. */
export interface AskOptions {
  /** True for a new one: a slip of the finger would lose the key. */
  readonly twice?: boolean;
}

/**
 * A password: what COSIGN_PASSWORD holds, even if it is empty, else what is typed into the terminal, which does not show
 * it. Throws `usage` where there is neither, or where the two of a new one differ.
 */
export async function askPassword(
  io: CommandIo,
  prompt: Message,
  { twice = false }: AskOptions = {},
): Promise<string> {
  const given = io.env['COSIGN_PASSWORD'];
  if (given !== undefined) return given;
  const { stdin, stderr, translate = String } = io;
  if (!isTerminal(stdin)) {
    throw new TseccError('usage', message`ask for a password: there is no terminal`, {
      cure: message`set COSIGN_PASSWORD`,
    });
  }
  const ask = async (text: Message): Promise<string> => {
    stderr.write(translate(text));
    const typed = await readHidden(stdin);
    stderr.write('\n');
    if (typed !== undefined) return typed;
    throw new TseccError('usage', message`ask for a password: none was given`);
  };
  const password = await ask(prompt);
  if (twice && (await ask(message`The same again: `)) !== password) {
    throw new TseccError('usage', message`ask for a password: the two are not the same`);
  }
  return password;
}

function isTerminal(stdin: CommandIo['stdin']): stdin is Terminal {
  return 'isTTY' in stdin && stdin.isTTY === true && 'setRawMode' in stdin;
}
