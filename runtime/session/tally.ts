import type { TraceEvent } from '../readers/trace-lines.js';
import type { RunSummary } from '../render/summary.js';

/** Counts what a session came to. */
export class Tally {
  #events = 0;
  #lost = 0;
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

  /** Counts one event. */
  add(event: TraceEvent): void {
    if (event.kind === 'line') this.#events += 1;
    if (event.kind === 'lost') this.#lost += event.count ?? 1;
  }

  /** Lines so far. */
  get events(): number {
    return this.#events;
  }

  /** The sum up to now. */
  summary(): RunSummary {
    const now = this.#now();
    return { events: this.#events, lost: this.#lost, milliseconds: now - (this.#since ?? now) };
  }
}
