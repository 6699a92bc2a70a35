import { EventQueue } from './event-queue.js';
import type { Attached, QueueOptions, RunEvent, Running } from './types.js';

/** What a run tells of itself while it goes on. */
export interface RunControl {
  /** Aborted when the run is to end: what was traced till then is still given. */
  readonly signal: AbortSignal;
  /** The programs are attached. */
  readonly attached: (attached: Attached) => void;
  /** Hands an event on; gives what to wait for before the next one, where the queue is full. */
  readonly give: (event: RunEvent) => Promise<void> | undefined;
}

/**
 * Runs until `perform` is done, and makes of what it gives a {@link Running}. Where `perform` throws the reason of its
 * signal, that is an end like any other.
 */
export function startRunning(
  perform: (control: RunControl) => Promise<void>,
  {
    signal,
    queue: queueOptions,
  }: { readonly signal?: AbortSignal | undefined; readonly queue?: QueueOptions | undefined },
): Running {
  const queue = new EventQueue<RunEvent>(queueOptions);
  const stopping = new AbortController();
  const stop = (reason?: unknown): void => stopping.abort(reason);
  const abort = (): void => stop(signal?.reason);
  signal?.addEventListener('abort', abort, { once: true });
  if (signal?.aborted) abort();
  const counts = { received: 0, lost: 0 };
  const ready = withResolvers<Attached>();
  // Who only iterates gets the failure from the loop.
  ready.promise.catch(() => undefined);
  const done = perform({
    signal: stopping.signal,
    attached: ready.resolve,
    give: (event) => {
      if (event.kind === 'lost') counts.lost += event.count ?? 1;
      else counts.received += 1;
      return queue.give(event);
    },
  })
    .then(
      () => {
        ready.reject(stopping.signal.reason);
        queue.end();
      },
      (error: unknown) => {
        ready.reject(error);
        queue.end(stopping.signal.aborted && error === stopping.signal.reason ? {} : { error });
      },
    )
    .finally(() => signal?.removeEventListener('abort', abort));
  const close = async (): Promise<void> => {
    queue.discard();
    stop();
    await done;
  };
  const iterator: AsyncIterator<RunEvent, undefined, undefined> = {
    next: () => queue.take(),
    return: async () => {
      await close();
      return { done: true, value: undefined };
    },
  };
  return {
    ready: ready.promise,
    get received() {
      return counts.received;
    },
    get lost() {
      return counts.lost;
    },
    get dropped() {
      return queue.dropped;
    },
    stop: () => stop(),
    toArray: async () => {
      const events: RunEvent[] = [];
      for (;;) {
        const next = await queue.take();
        if (next.done) return events;
        events.push(next.value);
      }
    },
    [Symbol.asyncIterator]: () => iterator,
    [Symbol.asyncDispose]: close,
  };
}

function withResolvers<T>() {
  let resolve: (value: T) => void = () => {};
  let reject: (reason: unknown) => void = () => {};
  const promise = new Promise<T>((done, fail) => {
    resolve = done;
    reject = fail;
  });
  return { promise, resolve, reject };
}
