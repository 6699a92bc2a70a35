import { setTimeout as sleep } from 'node:timers/promises';

/** A save is several events within a few milliseconds; more than the tick by which the time of a file lags behind. */
const usualQuietMs = 25;

/** Events that come in bursts: one save of an editor makes up to ten. They have ended after `quietMs` without one. */
export class Burst {
  readonly #quietMs: number;
  #last = -Infinity;
  #wake: (() => void) | undefined;

  constructor(quietMs = usualQuietMs) {
    this.#quietMs = quietMs;
  }

  /** Something happened. */
  readonly notify = (): void => {
    this.#last = performance.now();
    this.#wake?.();
  };

  /** Waits for an event since the last time, at most `timeoutMs`, and then until none has come for a moment. */
  async settled(signal: AbortSignal, timeoutMs?: number): Promise<void> {
    await this.#next(signal, timeoutMs);
    for (;;) {
      const left = this.#last + this.#quietMs - performance.now();
      if (left <= 0 || signal.aborted) break;
      await pause(left, signal);
    }
    this.#last = -Infinity;
  }

  async #next(signal: AbortSignal, timeoutMs: number | undefined): Promise<void> {
    if (this.#last > -Infinity || signal.aborted) return;
    await new Promise<void>((resolve) => {
      const timer = timeoutMs === undefined ? undefined : setTimeout(done, timeoutMs);
      this.#wake = done;
      signal.addEventListener('abort', done);
      function done(): void {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      }
    });
    this.#wake = undefined;
  }
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(milliseconds, undefined, { signal });
  } catch {
    // Aborted: there is nothing to wait for.
  }
}
