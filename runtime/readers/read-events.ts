import type { Kernel } from '../kernel/types.js';
import type { TraceInstance } from '../kernel/trace-instance.js';
import { resolveCommands } from './resolve-commands.js';
import { parseTraceChunk } from './trace-lines.js';
import { readTracePipe, type PipeStops } from './trace-pipe.js';
import type { EventBatch } from './types.js';

/**
 * The events of a run in batches, until stopped; then what was traced up to the detaching. Without a trace instance
 * (the object prints nothing) it only waits for the stop.
 */
export async function* readEvents(
  kernel: Kernel,
  trace: TraceInstance | undefined,
  stops: PipeStops,
): AsyncGenerator<EventBatch, void, undefined> {
  if (!trace) {
    await untilStopped(stops.signal);
    stops.beforeDrain();
    return;
  }
  for await (const chunk of readTracePipe(kernel, trace.pipe, stops)) {
    yield { kind: 'trace', events: await resolveCommands(kernel, trace.tracefs, parseTraceChunk(chunk)) };
  }
}

/** The longest timer there is, in milliseconds. */
const longest = 2 ** 31 - 1;

function untilStopped(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    // A process that waits for nothing but a signal would end: the timer holds it.
    const hold = setInterval(() => {}, longest);
    const end = (): void => {
      clearInterval(hold);
      resolve();
    };
    signal.addEventListener('abort', end, { once: true });
  });
}
