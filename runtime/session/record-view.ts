import { FilterError } from '../filter/filter-error.js';
import { TseccError } from '../../core/errors.js';
import { message, type Phrase } from '../../core/message.js';
import { columnsOf } from '../decode/columns.js';
import { decoderFor, recordEntry } from '../decode/decoder.js';
import { selectFields } from '../decode/select-fields.js';
import type { ShortRecordError } from '../decode/short-record.js';
import { parseOrder } from '../decode/sort-events.js';
import type { Source, SymbolResolver, Value } from '../decode/types.js';
import { compileFilter } from '../filter/compile-filter.js';
import type { EventFilter } from '../filter/types.js';
import type { Selection } from '../options/parse-options.js';
import type { Stream } from '../readers/types.js';
import type { ShownStream } from './printers/types.js';

/** By what the records of a stream are ordered. */
export interface RecordOrder {
  readonly descending: boolean;
  /** The value that counts; the record has to be long enough. */
  readonly readKey: (source: Source, offset: number, length: number) => Value;
}

/** A stream as the user wants to see it. */
export interface RecordView extends ShownStream {
  /** Gives an error for a record that is too short, and sets where the record ends. */
  readonly enter: (source: Source, offset: number, length: number) => ShortRecordError | undefined;
  /** Undefined: all pass. */
  readonly passes: EventFilter | undefined;
  /** Undefined: as they come. */
  readonly order: RecordOrder | undefined;
}

/** How streams are seen, and what has to be told about those that are not. */
export interface RecordViews {
  readonly views: readonly RecordView[];
  readonly notes: readonly Phrase[];
}

/**
 * The streams of a run with `--fields`, `--filter` and `--sort` applied. Of several streams, those that lack a field
 * which is named there are not shown, and a note says so. Throws `usage` when none is left, or when there is none at
 * all that the options could mean.
 */
export function viewStreams(
  streams: readonly Stream[],
  selection: Selection,
  symbols?: SymbolResolver,
): RecordViews {
  const option = (['fields', 'filter', 'sort'] as const).find((name) => selection[name] !== undefined);
  if (streams.length === 0 && option !== undefined) {
    throw new TseccError(
      'usage',
      message`use --${option}: the package sends no records, which alone have fields`,
    );
  }
  const views: RecordView[] = [];
  const failures: { readonly stream: Stream; readonly error: TseccError }[] = [];
  for (const stream of streams) {
    try {
      views.push(viewStream(stream, selection, symbols));
    } catch (error) {
      if (!(error instanceof TseccError && error.code === 'usage')) throw error;
      failures.push({ stream, error });
    }
  }
  const [first] = failures;
  if (first && views.length === 0) throw first.error;
  const notes = failures.map(({ stream, error }) => {
    const reason = error instanceof FilterError ? error.reason : error.phrases.message;
    return message`'${stream.name}' is not shown: ${reason}`;
  });
  return { views, notes };
}

function viewStream(
  stream: Stream,
  { fields, filter, sort }: Selection,
  symbols: SymbolResolver | undefined,
): RecordView {
  const { type } = stream;
  return {
    stream,
    type: fields === undefined ? type : selectFields(type, fields),
    enter: recordEntry(type),
    passes: filter === undefined ? undefined : compileFilter(filter, type, symbols),
    order: sort === undefined ? undefined : orderBy(stream, sort, symbols),
  };
}

function orderBy({ type }: Stream, sort: string, symbols: SymbolResolver | undefined): RecordOrder {
  const { column, descending } = parseOrder(columnsOf(type), sort);
  // Only what counts is decoded.
  const key = selectFields(type, column.path);
  const [only] = columnsOf(key);
  const decode = decoderFor(key, symbols);
  return {
    descending,
    readKey: (source, offset, length) => {
      const event = decode(source, offset, length);
      return event instanceof Error || !only ? null : only.get(event);
    },
  };
}
