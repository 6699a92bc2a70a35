import { explainError, TseccError } from '../../core/errors.js';
import { decoderFor } from '../decode/decoder.js';
import type { EventType, Source, SymbolResolver, Value } from '../decode/types.js';
import { linesOf } from '../readers/lines-of.js';
import { traceSource, type TraceEvent } from '../readers/trace-lines.js';
import type { EventBatch, HistogramBatch, RecordBatch, StackSample, Stream } from '../readers/types.js';
import type { RecordView } from '../session/record-view.js';
import type { Fields, HistogramEvent, RecordEvent, RunEvent, StackEvent, TraceLineEvent } from './types.js';

/** Makes of each batch its events; what the views do not show is left out. The batch is free again when they are taken. */
export function eventMaker(
  views: readonly RecordView[],
  symbols: SymbolResolver,
): (batch: EventBatch) => Iterable<RunEvent> {
  const shown = new Map(
    views.map((view) => [view.stream, { view, decode: recordDecoder(view.type, symbols) }]),
  );
  return function* (batch) {
    switch (batch.kind) {
      case 'trace':
        for (const event of batch.events) yield traceEvent(event);
        return;
      case 'records': {
        const found = shown.get(batch.stream);
        if (found) yield* recordEvents(batch, found);
        return;
      }
      case 'histograms':
        for (const entry of batch.entries) yield histogramEvent(batch, entry);
        return;
      case 'stacks':
        for (const stack of batch.stacks) yield stackEvent(batch.name, stack, batch.time);
        return;
      case 'text':
        for (const text of linesOf(batch.text)) yield { kind: 'text', stream: batch.name, text };
        return;
      case 'lost':
        yield { kind: 'lost', stream: batch.name, count: batch.count, cpu: batch.cpu, reason: undefined };
        return;
      default:
        batch satisfies never;
    }
  };
}

interface ShownRecords {
  readonly view: RecordView;
  readonly decode: (source: Source, offset: number, length: number) => Fields;
}

function* recordEvents(batch: RecordBatch, { view, decode }: ShownRecords): Iterable<RunEvent> {
  const { source, offsets, lengths, count, time, stream } = batch;
  for (let index = 0; index < count; index++) {
    const offset = offsets[index] ?? 0;
    const length = lengths[index] ?? 0;
    const error = view.enter(source, offset, length);
    if (error) {
      const reason = explainError(error);
      yield { kind: 'lost', stream: stream.name, count: 1, cpu: undefined, reason };
    } else if (view.passes === undefined || view.passes(source, offset)) {
      yield recordEvent(stream, decode(source, offset, length), time);
    }
  }
}

/** A decoder of records that are long enough: what is no struct stands under `value`. */
export function recordDecoder(
  type: EventType,
  symbols?: SymbolResolver,
): (source: Source, offset: number, length: number) => Fields {
  const decode = decoderFor(type, symbols);
  return (source, offset, length) => {
    const value = decode(source, offset, length);
    if (value instanceof TseccError) throw value;
    return isFields(type, value) ? value : { value };
  };
}

const isFields = ({ shape }: EventType, _value: Value): _value is Fields => shape.kind === 'record';

/** A record's event. */
export const recordEvent = ({ name, type }: Stream, data: Fields, time: number): RecordEvent => ({
  kind: 'record',
  stream: name,
  type: type.name,
  time,
  data,
});

/** One histogram's event. */
export const histogramEvent = (
  { name, scale, unit, time }: HistogramBatch,
  { label, slots }: HistogramBatch['entries'][number],
): HistogramEvent => ({ kind: 'histogram', stream: name, key: label, scale, unit, slots, time });

/** A stack sample's event. */
export const stackEvent = (
  name: string,
  { comm, pid, cpu, kernel, user }: StackSample,
  time: number,
): StackEvent => ({ kind: 'stack', stream: name, comm, pid, cpu, kernel, user, time });

/** The event of something that trace_pipe said. */
export function traceEvent(event: TraceEvent): RunEvent {
  switch (event.kind) {
    case 'line':
      return traceLineEvent(event);
    case 'lost':
      return { kind: 'lost', stream: traceSource, count: event.count, cpu: event.cpu, reason: undefined };
    case 'text':
      return { kind: 'text', stream: traceSource, text: event.text };
    default:
      return event satisfies never;
  }
}

const traceLineEvent = ({
  comm,
  pid,
  cpu,
  flags,
  time,
  message,
}: Extract<TraceEvent, { kind: 'line' }>): TraceLineEvent => ({
  kind: 'trace',
  comm,
  pid,
  cpu,
  flags,
  seconds: Number(time),
  message,
});
