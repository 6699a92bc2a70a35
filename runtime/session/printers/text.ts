import { escapeText } from '../../../core/escape.js';
import { writeUtf8 } from '../../decode/text-sink.js';
import { renderHistograms } from '../../render/histograms.js';
import { renderStack } from '../../render/stacks.js';
import { renderTraceText } from '../../render/trace-text.js';
import type { Printer, PrinterContext } from './types.js';

/** How what is no record is printed for a person; every form that is text has it so. */
export function textWriters({
  sink,
  screen,
}: PrinterContext): Pick<Required<Printer>, 'line' | 'text' | 'histograms' | 'stack' | 'stray'> {
  const write = (text: string): void => writeUtf8(sink, text);
  const printable = (text: string): string => `${escapeText(text, { keepLines: true })}\n`;
  return {
    line: (line) => write(renderTraceText(line)),
    text: (_, line) => write(printable(line)),
    histograms: (batch) => write(renderHistograms(batch, screen)),
    stack: (_, stack) => write(renderStack(stack)),
    stray: (text) => write(printable(text)),
  };
}
