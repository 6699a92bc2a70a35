import type { Kernel } from '../kernel/types.js';
import { countLostLines } from '../kernel/trace-statistics.js';
import type { TraceInstance } from '../kernel/trace-instance.js';
import { readIterator, type IteratorLink } from './iterator-text.js';
import { merge } from './merge.js';
import { commandResolver } from './resolve-commands.js';
import { parseTraceChunk } from './trace-lines.js';
import { readTracePipe } from './trace-pipe.js';
import type { EventBatch, Reader, ReaderStops } from './types.js';

/** Everything that a run is read from. */
export interface EventSources {
  /** Undefined for an object that prints nothing. */
  readonly trace: TraceInstance | undefined;
  readonly readers: readonly Reader[];
  readonly iterators: readonly IteratorLink[];
  /** What keeps programs attached: each goes on until its signal, and its failure is the run's. */
  readonly keepers: readonly ((signal: AbortSignal) => Promise<void>)[];
  /** Nothing is left to come once the iterators are read: all programs are iterators, or have run already. */
  readonly endsByItself: boolean;
}

/** The events of a run in batches, of all its sources as they come, until stopped; then what was traced up to the detaching. */
export async function* readEvents(
  kernel: Kernel,
  { trace, readers, iterators, keepers, endsByItself }: EventSources,
  stops: ReaderStops,
): AsyncGenerator<EventBatch, void, undefined> {
  const ended = new AbortController();
  const end = (): void => ended.abort();
  stops.signal.addEventListener('abort', end, { once: true });
  if (stops.signal.aborted) end();
  const own = { ...stops, signal: ended.signal };
  const texts = readTexts(kernel, iterators, own, endsByItself ? end : () => {});
  const sources = [
    ...(trace ? [readTrace(kernel, trace, own)] : []),
    ...readers.map((reader) => reader.read(own)),
    texts,
    untilStopped(own, keepers),
  ];
  try {
    yield* merge(sources, end);
  } finally {
    stops.signal.removeEventListener('abort', end);
  }
}

async function* readTrace(
  kernel: Kernel,
  trace: TraceInstance,
  stops: ReaderStops,
): AsyncGenerator<EventBatch, void, undefined> {
  const told = new Map<number, number>();
  const resolve = commandResolver(kernel, trace.tracefs);
  for await (const chunk of readTracePipe(kernel, trace.pipe, stops)) {
    const events = parseTraceChunk(chunk);
    for (const event of events) {
      if (event.kind === 'lost') told.set(event.cpu, (told.get(event.cpu) ?? 0) + (event.count ?? 1));
    }
    yield { kind: 'trace', events: await resolve(events) };
  }
  // The pipe tells of lost lines with the next one that it has: of the last ones nobody has told.
  for (const [cpu, lost] of countLostLines(kernel, trace.directory)) {
    const count = lost - (told.get(cpu) ?? 0);
    if (count > 0) yield { kind: 'trace', events: [{ kind: 'lost', cpu, count }] };
  }
}

/** One iterator after the other: what they print belongs together. */
async function* readTexts(
  kernel: Kernel,
  iterators: readonly IteratorLink[],
  stops: ReaderStops,
  done: () => void,
): AsyncGenerator<EventBatch, void, undefined> {
  for (const iterator of iterators) yield* readIterator(kernel, iterator, stops);
  done();
}

/** The longest timer there is, in milliseconds. */
const longest = 2 ** 31 - 1;

/** Gives nothing, and ends with the run: without any other source, somebody has to detach. */
// oxlint-disable-next-line require-yield
async function* untilStopped(
  { signal, beforeDrain }: ReaderStops,
  keepers: EventSources['keepers'],
): AsyncGenerator<never, void, undefined> {
  if (!signal.aborted) {
    const stopped = new Promise<void>((resolve) => {
      // A process that waits for nothing but a signal would end: the timer holds it.
      const hold = setInterval(() => {}, longest);
      const end = (): void => {
        clearInterval(hold);
        resolve();
      };
      signal.addEventListener('abort', end, { once: true });
    });
    await Promise.all([stopped, ...keepers.map((keep) => keep(signal))]);
  }
  beforeDrain();
}
