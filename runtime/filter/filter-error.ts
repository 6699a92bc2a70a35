import { TseccError } from '../../core/errors.js';
import type { Span } from './types.js';
import { message, type Message, type Phrase } from '../../core/message.js';

/** A filter that cannot be understood; the message shows the place in it. Exit code 2. */
export class FilterError extends TseccError {
  override readonly name = 'FilterError';
  readonly span: Span;
  /** The message without the place. */
  readonly reason: Message;

  constructor(filter: string, span: Span, reason: Phrase) {
    super('usage', message`read filter: ${reason}${`\n${pointAt(filter, span)}`}`);
    this.reason = message`read filter: ${reason}`;
    this.span = { start: span.start, end: span.end };
  }
}

/** The filter's line with a caret below the place. */
function pointAt(filter: string, { start, end }: Span): string {
  // A line feed or tab inside of a filter would move the caret.
  const line = filter.replaceAll(/\s/g, ' ');
  return `  ${line}\n  ${' '.repeat(start)}^${'~'.repeat(Math.max(0, Math.min(end, line.length) - start - 1))}`;
}
