/** The one end of a session, whoever brings it about: user, timer, command, count or a closed output. */
export interface Stop extends Disposable {
  readonly signal: AbortSignal;
  /** Ends the session; twice is harmless. */
  readonly end: () => void;
}

/** A stop that also comes when the user's signal does. Dispose it to let go of that signal. */
export function linkStop(user: AbortSignal): Stop {
  const controller = new AbortController();
  const end = (): void => controller.abort();
  user.addEventListener('abort', end, { once: true });
  if (user.aborted) end();
  return { signal: controller.signal, end, [Symbol.dispose]: () => user.removeEventListener('abort', end) };
}

/** Ends a session after a time; without a time never. Dispose it to forget the timer. */
export function stopAfter(milliseconds: number | undefined, stop: Stop): Disposable {
  const timer = milliseconds === undefined ? undefined : setTimeout(stop.end, milliseconds);
  return { [Symbol.dispose]: () => clearTimeout(timer) };
}

/** Runs until done; gives undefined when the stop came first and was thrown as the reason of its signal. */
export async function unlessStopped<T>(stop: Stop, run: () => Promise<T>): Promise<T | undefined> {
  try {
    return await run();
  } catch (error) {
    if (stop.signal.aborted && error === stop.signal.reason) return undefined;
    throw error;
  }
}
