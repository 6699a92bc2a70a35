import { onlineCpus } from '../kernel/cpus.js';
import { errno, errnoOf } from '../kernel/errno.js';
import { attachToPerfEvent } from '../kernel/perf-event.js';
import { threadsOf } from '../kernel/process-facts.js';
import { openSamplingEvent, type SamplingEvent } from '../kernel/sampling-event.js';
import { explainRefusal } from './explain-refusal.js';
import { linkOf } from './link.js';
import { targetProcess, vanishedProcess } from './target-process.js';
import type { AttachContext, Link, LoadedProgram } from './types.js';

/** Times a second, as profilers take it: not in step with timers of round frequencies. */
const frequency = 99;

/** What a machine answers that has no counter of cycles. */
const withoutCounter: readonly (number | undefined)[] = [errno.ENOENT, errno.ENODEV, errno.EOPNOTSUPP];

/**
 * Runs a program 99 times a second: on each processor that is online, or in each thread that the process of --pid
 * has now. The processors' cycles are the clock, or the kernel's where they are not counted.
 */
export function attachPerfSamples(program: LoadedProgram, context: AttachContext): Link {
  const { kernel } = context;
  const held: number[] = [];
  try {
    let clock: SamplingEvent['clock'] = 'cycles';
    for (const place of sampledPlaces(program, context)) {
      const opened = openEvent(context, { ...place, clock, frequency });
      clock = opened.clock;
      held.push(...attachToPerfEvent(kernel, program.fd, opened.event));
    }
    return linkOf(kernel, program, held);
  } catch (cause) {
    for (const fd of held) kernel.close(fd);
    throw errnoOf(cause) === undefined ? cause : explain(program, context, cause);
  }
}

type Place = Pick<SamplingEvent, 'thread' | 'cpu'>;

function sampledPlaces(program: LoadedProgram, context: AttachContext): readonly Place[] {
  const pid = targetProcess(program, context);
  if (pid === undefined) return onlineCpus(context.kernel).map((cpu) => ({ thread: -1, cpu }));
  return threadsOf(context.kernel, pid).map((thread) => ({ thread, cpu: -1 }));
}

function openEvent(
  { kernel }: AttachContext,
  wanted: SamplingEvent,
): { readonly event: number; readonly clock: SamplingEvent['clock'] } {
  try {
    return { event: openSamplingEvent(kernel, wanted), clock: wanted.clock };
  } catch (cause) {
    if (wanted.clock === 'software' || !withoutCounter.includes(errnoOf(cause))) throw cause;
    return { event: openSamplingEvent(kernel, { ...wanted, clock: 'software' }), clock: 'software' };
  }
}

function explain(program: LoadedProgram, { options }: AttachContext, cause: unknown): unknown {
  const gone = errnoOf(cause) === errno.ESRCH && options.pid !== undefined;
  return gone ? vanishedProcess(program, options.pid, cause) : explainRefusal(program, cause);
}
