import type { Kernel } from '../kernel/types.js';
import type { ReaderStops } from './types.js';
import { pause, takeTurns, untilReadable } from './wait.js';

/**
 * The most that the kernel gives at once: it prints into two pages (TRACE_SEQ_BUFFER_SIZE, include/linux/trace_seq.h;
 * one before Linux 6.8), which have 64 KiB at the most. With room for it, every read ends with a whole event.
 */
const mostAtOnce = 128 * 1024;

/** Reads are put together to chunks of about this size: what each chunk costs is shared by its lines. */
const chunkSize = 256 * 1024;

/** How long lines may gather once some were read: a line that finds a reader waiting costs more than the line. */
const gatherMs = 2;

/**
 * Reads a trace_pipe, non-blocking, as chunks of whole events, until the signal; then what is left. No thread waits
 * meanwhile. The descriptor stays the caller's.
 */
export async function* readTracePipe(
  kernel: Kernel,
  fd: number,
  stops: ReaderStops,
): AsyncGenerator<string, void, undefined> {
  const { signal } = stops;
  const buffer = Buffer.allocUnsafeSlow(chunkSize + mostAtOnce);
  while (!signal.aborted) {
    await untilReadable(kernel, fd, signal);
    let found: boolean;
    do {
      found = yield* readAvailable(kernel, fd, buffer, () => signal.aborted);
      if (found && !signal.aborted) await pause(gatherMs, signal);
    } while (found && !signal.aborted);
  }
  stops.beforeDrain();
  yield* readAvailable(kernel, fd, buffer, () => false);
}

/** Reads until nothing is left; gives whether there was anything. */
async function* readAvailable(
  kernel: Kernel,
  fd: number,
  buffer: Buffer,
  stopped: () => boolean,
): AsyncGenerator<string, boolean, undefined> {
  let found = false;
  while (!stopped()) {
    const length = fillBuffer(kernel, fd, buffer);
    if (length > 0) yield buffer.toString('utf8', 0, length);
    found ||= length > 0;
    if (length < chunkSize) return found;
    await takeTurns();
  }
  return found;
}

function fillBuffer(kernel: Kernel, fd: number, buffer: Buffer): number {
  let at = 0;
  while (at < chunkSize) {
    const length = kernel.read(fd, buffer.subarray(at, at + mostAtOnce));
    if (length === undefined || length === 0) break;
    at += length;
  }
  return at;
}
