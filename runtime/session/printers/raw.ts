import { escapeText } from '../../../core/escape.js';
import { writeUtf8 } from '../../decode/text-sink.js';
import { clockTime } from '../../render/clock.js';
import { renderHexDump } from '../../render/raw.js';
import { textWriters } from './text.js';
import type { Printer, PrinterContext } from './types.js';

/**
 * Records as their bytes: on a terminal as a dump in hex and ASCII, else one record a line in hex digits (which
 * `xxd -r -p` turns into bytes), behind the stream's name where there are several. What is no record is text.
 */
export function rawPrinter(context: PrinterContext): Printer {
  const { sink, streams, screen } = context;
  return {
    ...textWriters(context),
    begin: () => {},
    recordWriter: ({ stream }) => {
      const name = escapeText(stream.name);
      const prefix = streams.length > 1 ? `${name} ` : '';
      return ({ bytes }, offset, length, time) => {
        const record = bytes.subarray(offset, offset + length);
        const isTerminal = screen.columns !== undefined;
        const title = `${clockTime(new Date(time))} ${name}, ${length} bytes\n`;
        writeUtf8(
          sink,
          isTerminal ? `${title}${renderHexDump(record)}` : `${prefix}${record.toString('hex')}\n`,
        );
      };
    },
    flush: () => {},
    interrupt: () => {},
  };
}
