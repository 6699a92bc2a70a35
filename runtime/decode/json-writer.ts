import { recordEntry } from './decoder.js';
import { quoteJson } from './quote-json.js';
import { freeKey, timeKeys } from '../../core/record/free-key.js';
import { recordOf } from '../../core/record/record-of.js';
import type { ShortRecordError } from './short-record.js';
import { writeBytes, type TextSink } from './text-sink.js';
import type { EventType, Source, SymbolResolver } from './types.js';
import { membersWriter } from './write-json.js';

/** How lines are written beside the type. */
export interface JsonLineOptions {
  readonly symbols?: SymbolResolver;
  /** Members before the event's own, the same on each line: `{ type: 'exec' }` where several types are printed. */
  readonly constants?: Readonly<Record<string, string>>;
}

/**
 * Writes the record of `length` bytes at `offset` as one JSON object and a line feed. `time` is the text of a number,
 * the same for a batch of records: it is copied, never parsed. A record that is too short writes nothing and gives
 * its error.
 */
export type JsonLineWriter = (
  sink: TextSink,
  source: Source,
  offset: number,
  length: number,
  time: string,
) => ShortRecordError | undefined;

/**
 * A {@link JsonLineWriter} for a type, built once. First comes the time (see {@link freeKey}), then the fields in
 * the order of their declaration; what is no struct stands under `value`.
 */
export function jsonWriterFor(type: EventType, options: JsonLineOptions = {}): JsonLineWriter {
  const { littleEndian } = type;
  const record = recordOf(type);
  const enter = recordEntry(type);
  const headFor = lineHead(freeKey(timeKeys, record.fields), options.constants ?? {});
  const reading = { littleEndian, symbols: options.symbols };
  const write = membersWriter(record, reading, ',');
  return (sink, source, offset, length, time) => {
    const error = enter(source, offset, length);
    if (error) return error;
    writeBytes(sink, headFor(time));
    write(sink, source, offset);
    writeBytes(sink, lineEnd);
    return undefined;
  };
}

const encoder = new TextEncoder();
const lineEnd = encoder.encode('}\n');

/** What a line begins with, encoded once for all records of a batch. */
function lineHead(
  timeKey: string,
  constants: Readonly<Record<string, string>>,
): (time: string) => Uint8Array {
  const members = Object.entries(constants).map(([key, value]) => `,${quoteJson(key)}:${quoteJson(value)}`);
  let last: string | undefined;
  let head = new Uint8Array();
  return (time) => {
    if (time !== last) {
      last = time;
      head = encoder.encode(`{${quoteJson(timeKey)}:${time}${members.join('')}`);
    }
    return head;
  };
}
