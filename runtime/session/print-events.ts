import { textSink, type TextSink } from '../decode/text-sink.js';
import type { SymbolResolver } from '../decode/types.js';
import type { Attached } from '../library/types.js';
import type { OutputForm } from '../options/output-form.js';
import { linesOf } from '../readers/lines-of.js';
import { traceSource, type TraceEvent } from '../readers/trace-lines.js';
import type { EventBatch, RingLevel } from '../readers/types.js';
import { LossLog } from './loss-log.js';
import type { Output } from './output.js';
import { printerTable } from './printers/table.js';
import type { Printer, Screen } from './printers/types.js';
import { recordPrinter, type RecordPrinter } from './record-printer.js';
import { remind } from './remind.js';
import type { RecordView } from './record-view.js';
import type { Tally } from './tally.js';
import type { Phrase } from '../../core/message.js';

/** How and where events are printed. */
export interface Printing {
  readonly output: Output;
  readonly tally: Tally;
  /** For what is no event, yet must not get lost in silence: lost ones, and what nobody can read. */
  readonly warn: (text: Phrase) => void;
  readonly form: OutputForm;
  readonly screen: Screen;
  readonly views: readonly RecordView[];
  /** Of ordered events, how many; undefined: all. */
  readonly top: number | undefined;
  /** Events after which it ends; undefined: none. */
  readonly maxEvents: number | undefined;
  readonly symbols?: SymbolResolver | undefined;
  readonly attached?: Attached | undefined;
  /** How full the rings are whose losses nobody counts. */
  readonly levels?: (() => readonly RingLevel[]) | undefined;
  /**
   * Ends what is printed. Where it is given, events are taken in to their end, if not printed, so that all losses are
   * known; else the rest is left when nobody wants it.
   */
  readonly end?: (() => void) | undefined;
}

/** What printing goes on with from batch to batch. */
interface Work {
  readonly printer: Printer;
  readonly records: RecordPrinter;
  readonly tally: Tally;
  readonly warn: (text: Phrase) => void;
  readonly losses: LossLog;
  /** Events that may still be printed. */
  readonly room: () => number;
}

/** Prints batches of events, one write a batch, until they end or the wanted number is printed. */
export async function printEvents(batches: AsyncIterable<EventBatch>, printing: Printing): Promise<void> {
  const { form, views, screen, symbols, attached, output, tally, maxEvents = Infinity } = printing;
  const sink = textSink();
  const printer = printerTable[form]({ sink, streams: views, screen, symbols, attached });
  const warn = (text: Phrase): void => {
    printer.interrupt();
    printing.warn(text);
  };
  const room = (): number => maxEvents - tally.events;
  const records = recordPrinter(views, { printer, tally, warn, room, top: printing.top });
  const losses = new LossLog({ warn, tally, print: printer.lost, levels: printing.levels });
  const work: Work = { printer, records, tally, warn, room, losses };
  const writeOut = async (): Promise<void> => {
    printer.flush();
    await write(sink, output);
  };
  using reminder = remind(() => losses.tell(), writeOut);
  printer.begin();
  try {
    await write(sink, output);
    for await (const batch of batches) {
      await reminder.pause();
      const before = tally.events;
      addBatch(batch, work);
      const due = losses.tell();
      await writeOut();
      if (output.closed) tally.leaveOut(tally.events - before);
      if (room() <= 0 || output.closed) {
        if (!printing.end) break;
        printing.end();
      }
      reminder.resume(due);
    }
  } finally {
    await reminder.pause();
    // What was to be ordered has waited until now.
    records.finish();
    losses.finish();
    await writeOut();
  }
}

/** The sink's memory is used again: the output is done with it once it has written. */
async function write(sink: TextSink, output: Output): Promise<void> {
  const text = sink.bytes.subarray(0, sink.at);
  sink.at = 0;
  await output.write(text);
}

function addBatch(batch: EventBatch, work: Work): void {
  const { printer, records, tally, room } = work;
  switch (batch.kind) {
    case 'trace':
      for (const event of batch.events) {
        if (room() > 0 || event.kind === 'lost') addTraceEvent(event, work);
      }
      return;
    case 'records':
      records.add(batch);
      return;
    case 'histograms': {
      const entries = batch.entries.slice(0, room());
      if (entries.length > 0) printer.histograms({ ...batch, entries });
      tally.add(entries.length);
      return;
    }
    case 'stacks':
      for (const stack of batch.stacks.slice(0, room())) {
        printer.stack(batch.name, stack, batch.time);
        tally.add(1);
      }
      return;
    case 'text':
      for (const line of linesOf(batch.text).slice(0, room())) {
        printer.text(batch.name, line);
        tally.add(1);
      }
      return;
    case 'lost':
      work.losses.add(batch.name, batch.count, batch.cpu);
      return;
    default:
      batch satisfies never;
  }
}

function addTraceEvent(event: TraceEvent, { printer, tally, warn, losses }: Work): void {
  switch (event.kind) {
    case 'line':
      printer.line(event);
      tally.add(1);
      return;
    case 'lost':
      losses.add(traceSource, event.count, event.cpu);
      return;
    case 'text':
      // Nothing is dropped in silence, but what is no data does not go among it.
      if (printer.stray) printer.stray(event.text);
      else warn(event.text);
      return;
    default:
      event satisfies never;
  }
}
