import { escapeText } from '../../../core/escape.js';
import { freeKey, streamKeys, timeKeys } from '../../../core/record/free-key.js';
import { columnsOf } from '../../decode/columns.js';
import { decoderFor } from '../../decode/decoder.js';
import { writeUtf8 } from '../../decode/text-sink.js';
import { epochSeconds } from '../../render/clock.js';
import { csvLine, csvRow } from '../../render/csv.js';
import { foldFrames } from '../../render/stacks.js';
import type { Printer, PrinterContext, ShownStream } from './types.js';

/**
 * CSV as RFC 4180 has it. Records of all streams share one table, so that a package has one header: its columns are
 * those of every stream, and with several streams the first one is `stream`. What is no record has a table of its own,
 * which begins with its header again whenever another came between.
 */
export function csvPrinter(context: PrinterContext): Printer {
  const { sink, streams, symbols } = context;
  let table: readonly string[] | undefined;
  const write = (header: readonly string[], line: string): void => {
    if (table !== header) writeUtf8(sink, csvLine(header));
    table = header;
    writeUtf8(sink, line);
  };
  const records = recordTable(streams);
  return {
    begin: () => {
      if (streams.length > 0) write(records.header, '');
    },
    recordWriter: ({ stream, type }) => {
      const own = new Map(columnsOf(type).map((column) => [column.path, column]));
      const columns = records.paths.map((path) => own.get(path));
      const decode = decoderFor(type, symbols);
      return (source, offset, length, time) => {
        const event = decode(source, offset, length);
        if (event instanceof Error) return;
        const head = [...(streams.length > 1 ? [escapeText(stream.name)] : []), epochSeconds(time)];
        write(records.header, csvRow(columns, head, event));
      };
    },
    line: ({ time, comm, pid, cpu, flags, message }) => {
      const cells = [
        time,
        escapeText(comm),
        String(pid),
        String(cpu),
        escapeText(flags),
        escapeText(message),
      ];
      write(traceHeader, csvLine(cells));
    },
    text: (name, line) => write(textHeader, csvLine([escapeText(name), escapeText(line)])),
    histograms: ({ name, time, unit, entries }) => {
      const head = [escapeText(name), epochSeconds(time)];
      for (const { label, slots } of entries) {
        slots.forEach((count, slot) => {
          if (count === 0n) return;
          const cells = [escapeText(label), escapeText(unit), String(slot), String(count)];
          write(histogramHeader, csvLine([...head, ...cells]));
        });
      }
    },
    stack: (name, { comm, pid, cpu, kernel, user }, time) => {
      const stacks = [kernel, user].map(foldFrames);
      const cells = [
        escapeText(name),
        epochSeconds(time),
        escapeText(comm),
        String(pid),
        String(cpu),
        ...stacks,
      ];
      write(stackHeader, csvLine(cells));
    },
    flush: () => {},
    interrupt: () => {},
  };
}

const traceHeader = ['time', 'comm', 'pid', 'cpu', 'flags', 'message'];
const textHeader = ['stream', 'text'];
const histogramHeader = ['stream', 'time', 'key', 'unit', 'slot', 'count'];
const stackHeader = ['stream', 'time', 'comm', 'pid', 'cpu', 'kernel', 'user'];

/** The columns of all streams together, in the order of their first coming, and the header above them. */
function recordTable(streams: readonly ShownStream[]): {
  readonly paths: readonly string[];
  readonly header: readonly string[];
} {
  const paths = [...new Set(streams.flatMap(({ type }) => columnsOf(type).map(({ path }) => path)))];
  const taken = paths.map((name) => ({ name }));
  const head = [...(streams.length > 1 ? [freeKey(streamKeys, taken)] : []), freeKey(timeKeys, taken)];
  return { paths, header: [...head, ...paths.map((path) => escapeText(path))] };
}
