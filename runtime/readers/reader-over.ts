import type { EventBatch, Reader, ReaderStops } from './types.js';

/** A reader whose memory is let go by `release` once it is disposed and nobody holds a batch of it any more. */
export function readerOver(
  release: () => void,
  read: (stops: ReaderStops) => AsyncIterable<EventBatch>,
): Reader {
  let reading = false;
  let disposed = false;
  const letGo = (): void => {
    if (disposed && !reading) release();
  };
  return {
    read: async function* (stops) {
      reading = true;
      try {
        if (!disposed) yield* read(stops);
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
