import { explainError, TseccError } from '../../core/errors.js';
import { escapeText } from '../../core/escape.js';
import type { Translate } from '../../core/message.js';
import { refusalLines } from '../verifier/refusal-lines.js';
import { VerifierError } from '../verifier/verifier-error.js';

/**
 * An error as text for a person, ending in a line feed: its sentence; below it, for a program that the verifier
 * refused, the source line and what is known there; with `verbose` any log whole, and what caused the error.
 */
export function reportError(
  command: string,
  error: unknown,
  verbose: boolean,
  translate: Translate = String,
): string {
  const sentence = explainError(error, translate);
  // A foreign name in it must not end the line and begin one that looks like ours.
  const parts = [`${command}: ${error instanceof TseccError ? escapeText(sentence) : sentence}`];
  if (error instanceof VerifierError) {
    parts.push(indent(refusalLines(error.explanation, translate).join('\n')));
  }
  if (verbose && error instanceof TseccError) {
    if (error.log !== undefined) parts.push(indent(error.log.trimEnd()));
    if (error.cause instanceof Error) {
      parts.push(indent(`cause: ${error.cause.stack ?? error.cause.message}`));
    }
  }
  return `${escapeText(parts.join('\n'), { keepLines: true })}\n`;
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, '  ');
}
