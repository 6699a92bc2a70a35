import { explainError, TseccError } from '../../core/errors.js';
import { escapeText } from '../../core/escape.js';
import type { Translate } from '../../core/message.js';

/** Lines of a verifier log that are shown without `--verbose`: the last ones tell why. */
const shownLines = 8;

/**
 * An error as text for a person, ending in a line feed: its sentence, and below it the log, if it has one that is
 * worth reading: a verifier's last lines, or with `verbose` any log whole and what caused the error.
 */
export function reportError(
  command: string,
  error: unknown,
  verbose: boolean,
  translate?: Translate,
): string {
  const parts = [`${command}: ${explainError(error, translate)}`];
  const log = error instanceof TseccError ? logOf(error, verbose) : undefined;
  if (log !== undefined) parts.push(indent(log));
  if (verbose && error instanceof TseccError && error.cause instanceof Error) {
    parts.push(indent(`cause: ${error.cause.stack ?? error.cause.message}`));
  }
  return `${escapeText(parts.join('\n'), { keepLines: true })}\n`;
}

function logOf(error: TseccError, verbose: boolean): string | undefined {
  const log = error.log?.trimEnd();
  if (log === undefined || verbose) return log;
  if (error.code !== 'verifier-refused') return undefined;
  const lines = log.split('\n');
  return [...(lines.length > shownLines ? ['…'] : []), ...lines.slice(-shownLines)].join('\n');
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, '  ');
}
