import { escapeText } from '../../../core/escape.js';
import { columnsOf } from '../../decode/columns.js';
import { decoderFor } from '../../decode/decoder.js';
import { writeUtf8 } from '../../decode/text-sink.js';
import { clockTime } from '../../render/clock.js';
import {
  fitWidths,
  growWidths,
  renderHeader,
  renderRow,
  tableCells,
  tableColumns,
  type TableColumn,
} from '../../render/columns.js';
import { renderHistograms } from '../../render/histograms.js';
import { liveBlocks } from './live-blocks.js';
import { textWriters } from './text.js';
import type { Printer, PrinterContext, Screen, ShownStream } from './types.js';

/** A table that rows of one stream go to. */
interface Table {
  readonly name: string;
  readonly columns: readonly TableColumn[];
  widths: readonly number[];
  /** Rows of this batch, which wait until all their widths are known. */
  rows: (readonly string[])[];
}

/**
 * Aligned columns, the time first, below a header that comes again after anything else was printed. Widths grow with
 * the values of a batch and stay; on a terminal long text is cut to fit. Histograms are written over where one stands.
 */
export function columnsPrinter(context: PrinterContext): Printer {
  const { sink, streams, screen, symbols } = context;
  const text = textWriters(context);
  const live = liveBlocks(screen);
  let waiting: Table | undefined;
  /** The one whose rows were printed last, with nothing behind them. */
  let shown: Table | undefined;

  const flush = (): void => {
    if (waiting) {
      live.end();
      writeUtf8(sink, rowsText(waiting, screen, waiting !== shown));
      shown = waiting;
    }
    waiting = undefined;
  };
  /** Before what is no row. */
  const leave = (): void => {
    flush();
    live.end();
    shown = undefined;
  };
  const other =
    <Arguments extends readonly unknown[]>(write: (...given: Arguments) => void) =>
    (...given: Arguments): void => {
      leave();
      write(...given);
    };

  return {
    begin: () => {},
    recordWriter: (of) => {
      const columns = columnsOf(of.type);
      const table = makeTable(of, streams.length > 1);
      const decode = decoderFor(of.type, symbols);
      let last = NaN;
      let clock = '';
      return (source, offset, length, time) => {
        const event = decode(source, offset, length);
        if (event instanceof Error) return;
        if (waiting !== table) flush();
        waiting = table;
        if (time !== last) clock = clockTime(new Date(time));
        last = time;
        table.rows.push(tableCells(columns, clock, event));
      };
    },
    line: other(text.line),
    text: other(text.text),
    stack: other(text.stack),
    stray: other(text.stray),
    histograms: (batch) => {
      flush();
      shown = undefined;
      writeUtf8(sink, live.replace(batch.name, renderHistograms(batch, screen)));
    },
    flush,
    interrupt: leave,
  };
}

function makeTable({ stream, type }: ShownStream, isNamed: boolean): Table {
  const columns = tableColumns(columnsOf(type));
  const name = isNamed ? escapeText(stream.name) : '';
  return { name, columns, widths: columns.map(({ width }) => width), rows: [] };
}

/** The rows that wait, as text; with several streams the header has the stream's name above it. */
function rowsText(table: Table, { columns: cells, paint }: Screen, withHeader: boolean): string {
  const { columns, name, rows } = table;
  table.widths = growWidths(table.widths, rows);
  table.rows = [];
  const widths = cells === undefined ? table.widths : fitWidths(columns, table.widths, cells);
  const lines = rows.map((row) => renderRow(columns, widths, row, cells !== undefined));
  const header = `${name === '' ? '' : `${name}\n`}${renderHeader(columns, widths)}`;
  // A style that went on over the line's end would colour the background of the next.
  const title = header.replaceAll(/.+/g, (line) => paint('bold', line));
  return `${withHeader ? title : ''}${lines.join('')}`;
}
