import type { QueueOptions } from './types.js';

const usualLimit = 4096;

/** Values between one that gives them and one that takes them, in bounded number. */
export class EventQueue<T> {
  readonly #limit: number;
  readonly #drops: boolean;
  #waiting: T[] = [];
  /** Of those waiting, the first that was not taken yet. */
  #at = 0;
  #dropped = 0;
  #discards = false;
  #end: { readonly error?: unknown } | undefined;
  #takers: (() => void)[] = [];
  #room: { readonly promise: Promise<void>; readonly resolve: () => void } | undefined;

  constructor({ limit = usualLimit, whenFull = 'wait' }: QueueOptions = {}) {
    this.#limit = Math.max(1, limit);
    this.#drops = whenFull === 'drop';
  }

  /** Values that found no room. */
  get dropped(): number {
    return this.#dropped;
  }

  get #length(): number {
    return this.#waiting.length - this.#at;
  }

  /** Puts a value behind the others. Where the giver should wait before the next one, it gives the promise to wait for. */
  give(value: T): Promise<void> | undefined {
    if (this.#discards || this.#end) return undefined;
    if (this.#drops && this.#length >= this.#limit) {
      this.#dropped += 1;
      return undefined;
    }
    this.#waiting.push(value);
    this.#takers.shift()?.();
    if (this.#drops || this.#length < this.#limit) return undefined;
    this.#room ??= newRoom();
    return this.#room.promise;
  }

  /** No more comes; with an error, whoever has taken all before gets it, once. */
  end(failure: { readonly error?: unknown } = {}): void {
    this.#end ??= failure;
    for (const wake of this.#takers.splice(0)) wake();
  }

  /** Nobody takes any more: what waits is forgotten, and what still comes too. */
  discard(): void {
    this.#discards = true;
    this.#waiting = [];
    this.#at = 0;
    this.#makeRoom();
    this.end();
  }

  /** The next value, once there is one; `done` after the last. Throws what the giver ended with. */
  async take(): Promise<IteratorResult<T, undefined>> {
    while (this.#length === 0) {
      if (this.#end) return this.#finish(this.#end);
      await new Promise<void>((wake) => this.#takers.push(wake));
    }
    const value = this.#waiting[this.#at] as T;
    this.#at += 1;
    // A half at a time: taking one costs nothing on average, and a giver is not woken for each.
    if (this.#at * 2 >= this.#limit || this.#length === 0) {
      this.#waiting = this.#waiting.slice(this.#at);
      this.#at = 0;
      this.#makeRoom();
    }
    return { done: false, value };
  }

  #finish({ ...failure }: { readonly error?: unknown }): { done: true; value: undefined } {
    this.#end = {};
    if ('error' in failure) throw failure.error;
    return { done: true, value: undefined };
  }

  #makeRoom(): void {
    if (this.#length * 2 > this.#limit) return;
    this.#room?.resolve();
    this.#room = undefined;
  }
}

function newRoom() {
  let resolve = (): void => {};
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}
