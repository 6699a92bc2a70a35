/** Does a work again when it says so, while nothing else is done; see {@link remind}. */
export interface Reminder extends Disposable {
  /** From now until `resume` nothing is done; resolves once what is being done has ended. Throws what it threw. */
  readonly pause: () => Promise<void>;
  /** The work is to be done in so many milliseconds; undefined: not at all. */
  readonly resume: (milliseconds: number | undefined) => void;
}

/**
 * Between two batches, which may be long apart, does `work` when its time has come, and then `after` it. `work` gives
 * the milliseconds until it wants to be called again.
 */
export function remind(work: () => number | undefined, after: () => Promise<void>): Reminder {
  let timer: NodeJS.Timeout | undefined;
  let doing: Promise<void> | undefined;
  const resume = (milliseconds: number | undefined): void => {
    if (milliseconds === undefined) return;
    timer = setTimeout(() => {
      doing = act();
      // Who pauses gets to know of it.
      doing.catch(() => {});
    }, milliseconds);
  };
  const act = async (): Promise<void> => {
    timer = undefined;
    const next = work();
    await after();
    if (doing !== undefined) resume(next);
  };
  const stop = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  return {
    pause: async () => {
      stop();
      const done = doing;
      doing = undefined;
      await done;
    },
    resume,
    [Symbol.dispose]: stop,
  };
}
