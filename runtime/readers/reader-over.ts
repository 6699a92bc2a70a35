import type { EventBatch, Reader, ReaderStops } from './types.js';

/** A reader whose memory is let go by `release` once it is disposed and nobody holds a batch of it any more. */
export function readerOver(
  release: () => void,
  read: (stops: ReaderStops) => AsyncIterable<EventBatch>,
): Reader {
  let reading = false;
  let disposed = false;
  let released = false;
  const letGo = (): void => {
    if (!disposed || reading || released) return;
    released = true;
    release();
  };
  return {
    read: async function* (stops) {
      if (disposed) return;
      reading = true;
      try {
        yield* read(stops);
      } finally {
        reading = false;
        letGo();
      }
    },
    [Symbol.dispose]: () => {
      disposed = true;
      letGo();
    },
  };
}
