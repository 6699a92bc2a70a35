import { createIterator } from '../kernel/bpf-iterator.js';
import type { Kernel } from '../kernel/types.js';
import type { EventBatch, ReaderStops } from './types.js';
import { pause, takeTurns } from './wait.js';

/** More than the kernel gives at once (eight pages, kernel/bpf/bpf_iter.c). */
const chunkSize = 64 * 1024;

/** After a stop, how long an iterator that is not at its end is read. */
const drainMs = 1000;

/** How often one that has nothing to say at the moment is asked again. */
const againMs = 10;

/** An attached iterator. */
export interface IteratorLink {
  readonly program: string;
  /** Descriptor of its link. */
  readonly iterator: number;
}

/** Reads what an iterator prints, once and to its end, as whole lines; the last one may lack its line feed. */
export async function* readIterator(
  kernel: Kernel,
  { program, iterator }: IteratorLink,
  { signal }: Pick<ReaderStops, 'signal'>,
): AsyncGenerator<EventBatch, void, undefined> {
  const fd = createIterator(kernel, iterator);
  const decoder = new TextDecoder();
  const chunk = Buffer.allocUnsafe(chunkSize);
  let rest = '';
  let end = Infinity;
  try {
    for (;;) {
      if (signal.aborted && end === Infinity) end = performance.now() + drainMs;
      if (performance.now() > end) break;
      const length = kernel.read(fd, chunk);
      if (length === 0) break;
      if (length === undefined) {
        await pause(againMs);
        continue;
      }
      rest += decoder.decode(chunk.subarray(0, length), { stream: true });
      const lines = rest.lastIndexOf('\n') + 1;
      if (lines > 0) yield { kind: 'text', name: program, text: rest.slice(0, lines) };
      rest = rest.slice(lines);
      await takeTurns();
    }
    rest += decoder.decode();
    if (rest !== '') yield { kind: 'text', name: program, text: rest };
  } finally {
    kernel.close(fd);
  }
}
