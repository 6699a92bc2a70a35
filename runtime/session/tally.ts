import type { RunSummary } from '../render/summary.js';

/** Counts what a session came to. */
export class Tally {
  #events = 0;
  #lost = 0;
  #leftOut = 0;
  #since: number | undefined;
  readonly #now: () => number;

  /** `now` gives milliseconds. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Attached: the time runs from here. */
  start(): void {
    this.#since = this.#now();
  }

  /** Counts events. */
  add(count: number): void {
    this.#events += count;
  }

  /** Counts events that did not get here; undefined where the kernel does not say how many. */
  lose(count: number | undefined): void {
    this.#lost += count ?? 1;
  }

  /** Of the events that were counted, so many could not be printed: nobody reads the output any more. */
  leaveOut(count: number): void {
    this.#leftOut += count;
  }

  /** Events so far. */
  get events(): number {
    return this.#events;
  }

  /** The sum up to now. */
  summary(): RunSummary {
    const now = this.#now();
    return {
      events: this.#events,
      lost: this.#lost,
      leftOut: this.#leftOut,
      milliseconds: now - (this.#since ?? now),
    };
  }
}
