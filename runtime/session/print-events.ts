import { escapeText } from '../../core/escape.js';
import type { TraceEvent } from '../readers/trace-lines.js';
import type { EventBatch } from '../readers/types.js';
import { renderJson } from '../render/json.js';
import { renderTraceText } from '../render/trace-text.js';
import type { Output } from './output.js';
import type { Tally } from './tally.js';

/** How and where events are printed. */
export interface Printer {
  readonly output: Output;
  readonly tally: Tally;
  /** For what is no event, yet must not get lost in silence: lost ones, and text nobody can read. */
  readonly warn: (text: string) => void;
  readonly json: boolean;
  /** Lines after which it ends; undefined: none. */
  readonly maxEvents: number | undefined;
}

/** Prints batches of events, one write a batch, until they end or the wanted number of lines is printed. */
export async function printEvents(batches: AsyncIterable<EventBatch>, printer: Printer): Promise<void> {
  const { output, tally, maxEvents = Infinity } = printer;
  for await (const batch of batches) {
    if (batch.kind !== 'trace') continue;
    let text = '';
    for (const event of batch.events) {
      if (tally.events >= maxEvents) break;
      tally.add(event);
      text += renderEvent(event, printer);
    }
    await output.write(text);
    if (tally.events >= maxEvents || output.closed) return;
  }
}

/** What goes to stdout for an event: nothing for lost ones, which are told on the side. */
function renderEvent(event: TraceEvent, { json, warn }: Printer): string {
  switch (event.kind) {
    case 'line':
      return json ? renderJson(event) : renderTraceText(event);
    case 'lost':
      warn(`lost ${event.count ?? 'some'} events on CPU ${event.cpu}`);
      return '';
    case 'text':
      // Not data as -j promises it, yet nothing is dropped silently.
      if (!json) return `${escapeText(event.text)}\n`;
      warn(escapeText(event.text));
      return '';
    default:
      return event satisfies never;
  }
}
