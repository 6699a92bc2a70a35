/**
 * What several sources give, in the order of its coming. None waits for another: each is asked for its next value as
 * soon as its last one was used, and not before, so that a value may lie in memory that its source uses again.
 * `stop` is called when the consumer goes away, and must make every source end.
 */
export async function* merge<T>(
  sources: readonly AsyncIterable<T>[],
  stop: () => void,
): AsyncGenerator<T, void, undefined> {
  const iterators = sources.map((source) => source[Symbol.asyncIterator]());
  const waiting = new Map(iterators.map((iterator) => [iterator, ask(iterator)]));
  const ready: Answer<T>[] = [];
  let wake: (() => void) | undefined;
  function ask(iterator: AsyncIterator<T>): Promise<void> {
    return iterator.next().then(
      (result) => answer({ iterator, result }),
      (error: unknown) => answer({ iterator, error }),
    );
  }
  function answer(given: Answer<T>): void {
    ready.push(given);
    wake?.();
  }
  try {
    while (waiting.size > 0) {
      if (ready.length === 0) await new Promise<void>((resolve) => void (wake = resolve));
      const next = ready.shift();
      if (!next) continue;
      if ('error' in next) throw next.error;
      if (next.result.done === true) {
        waiting.delete(next.iterator);
        continue;
      }
      yield next.result.value;
      waiting.set(next.iterator, ask(next.iterator));
    }
  } finally {
    stop();
    // One that waits ends by the stop; its generator takes no more until then.
    await Promise.allSettled([...waiting].map(([iterator, asked]) => asked.then(() => iterator.return?.())));
  }
}

/** What a source answered. */
type Answer<T> =
  | { readonly iterator: AsyncIterator<T>; readonly result: IteratorResult<T> }
  | { readonly iterator: AsyncIterator<T>; readonly error: unknown };
