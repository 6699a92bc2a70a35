import type { Kernel } from '../kernel/types.js';

/**
 * Larger than what the kernel gives at once (one page before Linux 6.x, two since), so that every read ends with a
 * whole event.
 */
const chunkSize = 64 * 1024;

/** When a reader stops. */
export interface PipeStops {
  /** Ends the waiting: from now on only what is there already is read. */
  readonly signal: AbortSignal;
  /** Called once after the signal, before the last reading: what fills the pipe is to end here. */
  readonly beforeDrain: () => void;
}

/**
 * Reads a trace_pipe, non-blocking, as chunks of whole events, until the signal; then what is left. No thread waits
 * meanwhile. The descriptor stays the caller's.
 */
export async function* readTracePipe(
  kernel: Kernel,
  fd: number,
  stops: PipeStops,
): AsyncGenerator<string, void, undefined> {
  while (!stops.signal.aborted) {
    yield* readAvailable(kernel, fd, () => stops.signal.aborted);
    await untilReadable(kernel, fd, stops.signal);
  }
  stops.beforeDrain();
  yield* readAvailable(kernel, fd, () => false);
}

function* readAvailable(
  kernel: Kernel,
  fd: number,
  stopped: () => boolean,
): Generator<string, void, undefined> {
  const buffer = Buffer.allocUnsafe(chunkSize);
  while (!stopped()) {
    const length = kernel.read(fd, buffer);
    if (length === undefined || length === 0) return;
    yield buffer.toString('utf8', 0, length);
  }
}

function untilReadable(kernel: Kernel, fd: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const end = (): void => {
      watch.close();
      signal.removeEventListener('abort', end);
      resolve();
    };
    const watch = kernel.watch(fd, 'readable', end);
    signal.addEventListener('abort', end, { once: true });
  });
}
