import type { CommandIo } from './command.js';
import { escapeText } from './escape.js';
import type { Phrase } from './message.js';

/** Writes a line for a person to standard error, in their language and with control characters made visible. */
export function tell(
  { stderr, translate = String }: Pick<CommandIo, 'stderr' | 'translate'>,
  phrase: Phrase,
): void {
  stderr.write(`${escapeText(translate(phrase))}\n`);
}
