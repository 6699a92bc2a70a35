import type { AttachPoint, Link } from './attach/types.js';
import { detachAll } from './attach/attach-all.js';
import type { Note } from './configure/choose-programs.js';
import type { Cleanup } from './kernel/cleanup.js';
import type { TraceInstance } from './kernel/trace-instance.js';
import type { Kernel } from './kernel/types.js';
import { readEvents } from './readers/read-events.js';
import type { Reader, Stream } from './readers/types.js';
import type { Run } from './run.js';

/** What is attached and open. */
export interface RunParts {
  readonly points: readonly AttachPoint[];
  readonly streams: readonly Stream[];
  readonly readers: readonly Reader[];
  readonly links: readonly Link[];
  readonly notes: readonly Note[];
  readonly trace: TraceInstance | undefined;
  /** Undoes all of it. */
  readonly cleanup: Cleanup;
  readonly signal: AbortSignal | undefined;
}

/** Kinds of programs that do their work once, at our bidding. */
const finiteKinds: ReadonlySet<string> = new Set(['iter', 'syscall']);

/** A run over what is attached: it reads until it is stopped, or until nothing more can come. */
export function followRun(
  kernel: Kernel,
  { points, streams, readers, links, notes, trace, cleanup, signal }: RunParts,
): Run {
  const stopped = new AbortController();
  const stop = (): void => stopped.abort();
  signal?.addEventListener('abort', stop, { once: true });
  cleanup.add(() => signal?.removeEventListener('abort', stop));
  cleanup.add(stop);
  const iterators = links.flatMap(({ program, iterator }) =>
    iterator === undefined ? [] : [{ program, iterator }],
  );
  let attached = true;
  const beforeDrain = (): void => {
    if (attached) detachAll(links);
    attached = false;
  };
  // What was left out while attaching has nothing to give.
  const attachedPrograms = new Set(links.map(({ program }) => program));
  const endsByItself = points.every(
    ({ program, kind }) => finiteKinds.has(kind) || !attachedPrograms.has(program),
  );
  return {
    links,
    notes,
    streams,
    levels: () => readers.flatMap(({ level }) => level?.() ?? []),
    events: readEvents(
      kernel,
      { trace, readers, iterators, keepers: links.flatMap(({ keep }) => keep ?? []), endsByItself },
      { signal: stopped.signal, beforeDrain },
    ),
    stop,
    [Symbol.asyncDispose]: () => cleanup.run(),
  };
}
