import type { EventType, Source, SymbolResolver } from '../../decode/types.js';
import type { TextSink } from '../../decode/text-sink.js';
import type { TraceLine } from '../../readers/trace-lines.js';
import type { HistogramBatch, StackSample, Stream } from '../../readers/types.js';
import type { Attached } from '../../library/types.js';
import type { Paint } from '../../render/colour.js';

/** A stream as it is to be shown: its type with the chosen fields alone. */
export interface ShownStream {
  readonly stream: Stream;
  readonly type: EventType;
}

/** What standard output is like. A terminal may change its size meanwhile. */
export interface Screen {
  /** Cells of a line; undefined: no terminal. */
  readonly columns: number | undefined;
  /** Lines that may be written again; undefined: what is written stays. */
  readonly rows: number | undefined;
  readonly paint: Paint;
}

/** What printers are made with. */
export interface PrinterContext {
  /** All that a printer writes goes here; whoever owns it takes it from there. */
  readonly sink: TextSink;
  /** Every stream that can come. */
  readonly streams: readonly ShownStream[];
  readonly screen: Screen;
  /** Names for members with `@format ksym` and `usym`. */
  readonly symbols?: SymbolResolver | undefined;
  /** What the run stands on. */
  readonly attached?: Attached | undefined;
}

/** Events that did not get here. */
export interface Loss {
  /** The buffer's name; `bpf_printk` for lines of the trace. */
  readonly source: string;
  /** Null: it is not known how many. */
  readonly count: number | null;
  readonly cpu?: number;
}

/** Writes one record, which is long enough for its type; `time` in milliseconds since 1970. */
export type WriteRecord = (source: Source, offset: number, length: number, time: number) => void;

/** Writes what a run prints, in one form. */
export interface Printer {
  /** What stands before the first event. */
  readonly begin: () => void;
  /** How records of a stream are written; asked for once. */
  readonly recordWriter: (shown: ShownStream) => WriteRecord;
  readonly line: (line: TraceLine) => void;
  /** A line that an iterator printed, without its line feed. */
  readonly text: (name: string, line: string) => void;
  readonly histograms: (batch: HistogramBatch) => void;
  readonly stack: (name: string, stack: StackSample, time: number) => void;
  /** Text of the trace that nobody can read; absent where it would be no data: it is told on the side then. */
  readonly stray?: (text: string) => void;
  /** Losses, in forms that have a place for them among the events. */
  readonly lost?: (loss: Loss) => void;
  /** The end of a batch: what waits for it is written. */
  readonly flush: () => void;
  /** Something else was written to the terminal: nothing above can be written again. */
  readonly interrupt: () => void;
}
