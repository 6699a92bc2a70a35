import { writeUtf8 } from '../../decode/text-sink.js';
import {
  histogramEvent,
  recordDecoder,
  recordEvent,
  stackEvent,
  traceEvent,
} from '../../library/make-events.js';
import { writeWire, type WireMessage } from '../../library/wire.js';
import type { Printer, PrinterContext } from './types.js';

/** The library's events, for a host to read them again: what a lab's guest gives. */
export function eventsPrinter({ sink, symbols, attached }: PrinterContext): Printer {
  const write = (message: WireMessage): void => writeUtf8(sink, writeWire(message));
  return {
    begin: () => write({ kind: 'attached', attached: attached ?? { programs: [], notes: [] } }),
    recordWriter: ({ stream, type }) => {
      const decode = recordDecoder(type, symbols);
      return (source, offset, length, time) =>
        write(recordEvent(stream, decode(source, offset, length), time));
    },
    line: (line) => write(traceEvent(line)),
    text: (stream, text) => write({ kind: 'text', stream, text }),
    histograms: (batch) => batch.entries.forEach((entry) => write(histogramEvent(batch, entry))),
    stack: (name, stack, time) => write(stackEvent(name, stack, time)),
    lost: ({ source, count, cpu }) =>
      write({ kind: 'lost', stream: source, count: count ?? undefined, cpu, reason: undefined }),
    stray: (text) => write(traceEvent({ kind: 'text', text })),
    flush: () => {},
    interrupt: () => {},
  };
}
