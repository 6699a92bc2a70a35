import { TseccError } from '../errors.js';
import { message } from '../message.js';
import { nearest } from '../nearest.js';
import { shells, type Shell } from './completion.js';

/** The shell that `completion` is asked for, with `--lang` beside it or not. Throws `usage` for none and for another. */
export function readShell(command: string, argv: readonly string[]): Shell {
  const words = argv.filter((word, index) => !word.startsWith('--lang') && argv[index - 1] !== '--lang');
  const [word] = words;
  const found = shells.find((shell) => shell === word);
  if (found && words.length === 1) return found;
  const choices = shells.join(', ');
  if (word === undefined || found) {
    throw new TseccError('usage', message`print the completion: name one shell of ${choices}`, {
      cure: message`for instance ${`source <(${command} completion bash)`}`,
    });
  }
  const [near] = nearest(word, shells);
  throw new TseccError('usage', message`print the completion: there is none for ${word}`, {
    cure: near === undefined ? message`one of ${choices}` : message`nearest: ${near}`,
  });
}
