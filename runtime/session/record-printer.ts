import { explainPhrase } from '../../core/errors.js';
import { sourceOf } from '../decode/source.js';
import { compareValues } from '../decode/sort-events.js';
import type { Value } from '../decode/types.js';
import type { RecordBatch, Stream } from '../readers/types.js';
import type { Printer, WriteRecord } from './printers/types.js';
import type { RecordOrder, RecordView } from './record-view.js';
import { SortedRecords } from './sorted-records.js';
import type { Tally } from './tally.js';
import { message, type Phrase } from '../../core/message.js';

/** What record printers work with. */
export interface RecordContext {
  readonly printer: Printer;
  readonly tally: Tally;
  readonly warn: (text: Phrase) => void;
  /** Events that may still be printed. */
  readonly room: () => number;
  /** Of those in order, how many; undefined: all. */
  readonly top: number | undefined;
}

/** Prints the records of a run's streams. */
export interface RecordPrinter {
  readonly add: (batch: RecordBatch) => void;
  /** Prints what was to be ordered, and what was kept back to be told once. */
  readonly finish: () => void;
}

/** One stream while it is printed. */
interface Shown {
  readonly view: RecordView;
  readonly write: WriteRecord;
  /** Events that wait for their order until the end. */
  readonly kept: SortedRecords | undefined;
  tooShort: number;
}

/** Without `--top`, as many ordered events are kept; and no more than so many bytes in any case. */
const mostRecords = 100_000;
const mostBytes = 64 * 1024 * 1024;

/**
 * Checks, filters, counts, and prints records as they come. With an order, those of a sample are ordered among
 * themselves; events wait until the end, the first of them in bounded memory. Records that are too short are told
 * once for each stream.
 */
export function recordPrinter(views: readonly RecordView[], context: RecordContext): RecordPrinter {
  const bounds = { records: context.top ?? mostRecords, bytes: mostBytes };
  const all = new Map<Stream, Shown>(
    views.map((view) => {
      const { stream, order } = view;
      const kept = order && stream.role === 'event' ? new SortedRecords(order.descending, bounds) : undefined;
      return [stream, { view, write: context.printer.recordWriter(view), kept, tooShort: 0 }];
    }),
  );
  return {
    add: (batch) => {
      // One that is not shown was told of before.
      const shown = all.get(batch.stream);
      if (!shown) return;
      const { order } = shown.view;
      if (shown.kept && order) keep(batch, shown, shown.kept, order, context);
      else if (order) printOrdered(batch, shown, order, context);
      else print(batch, shown, context);
    },
    finish: () => {
      for (const shown of all.values()) finish(shown, context);
    },
  };
}

function print(batch: RecordBatch, shown: Shown, { tally, warn, room }: RecordContext): void {
  const { source, offsets, lengths, count, time } = batch;
  const { write } = shown;
  let left = room();
  for (let index = 0; index < count && left > 0; index++) {
    const offset = offsets[index] ?? 0;
    const length = lengths[index] ?? 0;
    if (!accept(batch, shown, offset, length, warn)) continue;
    write(source, offset, length, time);
    tally.add(1);
    left -= 1;
  }
}

/** Whether a record is long enough and passes the filter; the source then knows where it ends. */
function accept(
  { source }: RecordBatch,
  shown: Shown,
  offset: number,
  length: number,
  warn: RecordContext['warn'],
): boolean {
  const { enter, passes, stream } = shown.view;
  const error = enter(source, offset, length);
  if (error) {
    if (shown.tooShort === 0) warn(message`'${stream.name}': ${explainPhrase(error)}`);
    shown.tooShort += 1;
    return false;
  }
  return passes === undefined || passes(source, offset);
}

function keep(
  batch: RecordBatch,
  shown: Shown,
  kept: SortedRecords,
  { readKey }: RecordOrder,
  { tally, warn, room }: RecordContext,
): void {
  const { source, offsets, lengths, count, time } = batch;
  for (let index = 0; index < count && room() > 0; index++) {
    const offset = offsets[index] ?? 0;
    const length = lengths[index] ?? 0;
    if (!accept(batch, shown, offset, length, warn)) continue;
    kept.add(readKey(source, offset, length), source.bytes.subarray(offset, offset + length), time);
    tally.add(1);
  }
}

function printOrdered(
  batch: RecordBatch,
  shown: Shown,
  { readKey, descending }: RecordOrder,
  { tally, warn, room, top = Infinity }: RecordContext,
): void {
  const { source, offsets, lengths, count, time } = batch;
  const rows: { readonly key: Value; readonly offset: number; readonly length: number }[] = [];
  for (let index = 0; index < count; index++) {
    const offset = offsets[index] ?? 0;
    const length = lengths[index] ?? 0;
    if (accept(batch, shown, offset, length, warn)) {
      rows.push({ key: readKey(source, offset, length), offset, length });
    }
  }
  const sign = descending ? -1 : 1;
  rows.sort((a, b) => sign * compareValues(a.key, b.key));
  for (const { offset, length } of rows.slice(0, Math.min(top, room()))) {
    shown.view.enter(source, offset, length);
    shown.write(source, offset, length, time);
    tally.add(1);
  }
}

function finish({ view, write, kept, tooShort }: Shown, { warn, top }: RecordContext): void {
  const { stream, enter } = view;
  const records = kept?.take() ?? [];
  for (const { bytes, time } of records) {
    const source = sourceOf(bytes);
    enter(source, 0, bytes.length);
    write(source, 0, bytes.length, time);
  }
  const name = `'${stream.name}'`;
  if (kept && kept.left > 0 && records.length < (top ?? Infinity)) {
    warn(
      message`${name}: the first ${records.length} in order are shown, ${kept.left} more had no place (see --top)`,
    );
  }
  if (tooShort > 1) warn(message`${name}: ${tooShort} records were too short for their type`);
}
