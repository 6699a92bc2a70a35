import type { Kernel } from '../kernel/types.js';
import type { ReaderStops } from './types.js';
import { takeTurns, untilReadable } from './wait.js';

/**
 * Larger than what the kernel gives at once (one page before Linux 6.x, two since), so that every read ends with a
 * whole event.
 */
const chunkSize = 64 * 1024;

/**
 * Reads a trace_pipe, non-blocking, as chunks of whole events, until the signal; then what is left. No thread waits
 * meanwhile. The descriptor stays the caller's.
 */
export async function* readTracePipe(
  kernel: Kernel,
  fd: number,
  stops: ReaderStops,
): AsyncGenerator<string, void, undefined> {
  while (!stops.signal.aborted) {
    yield* readAvailable(kernel, fd, () => stops.signal.aborted);
    await untilReadable(kernel, fd, stops.signal);
  }
  stops.beforeDrain();
  yield* readAvailable(kernel, fd, () => false);
}

async function* readAvailable(
  kernel: Kernel,
  fd: number,
  stopped: () => boolean,
): AsyncGenerator<string, void, undefined> {
  const buffer = Buffer.allocUnsafe(chunkSize);
  while (!stopped()) {
    const length = kernel.read(fd, buffer);
    if (length === undefined || length === 0) return;
    yield buffer.toString('utf8', 0, length);
    await takeTurns();
  }
}
