import { watchCpuEvents } from '../kernel/cpu-events.js';
import { onlineCpus } from '../kernel/cpus.js';
import { errno, errnoOf } from '../kernel/errno.js';
import { attachToPerfEvent } from '../kernel/perf-event.js';
import { threadsOf } from '../kernel/process-facts.js';
import type { Kernel } from '../kernel/types.js';
import { openSamplingEvent, type SamplingEvent } from '../kernel/sampling-event.js';
import { pause } from '../readers/wait.js';
import { explainRefusal } from './explain-refusal.js';
import { targetProcess, vanishedProcess } from './target-process.js';
import type { AttachContext, Link, LoadedProgram } from './types.js';

/** Times a second, as profilers take it: not in step with timers of round frequencies. */
const frequency = 99;

/** What a machine answers that has no counter of cycles. */
const withoutCounter: readonly (number | undefined)[] = [errno.ENOENT, errno.ENODEV, errno.EOPNOTSUPP];

/** How often it is looked whether a processor came back, in milliseconds. */
const lookMs = 1000;

/**
 * Runs a program 99 times a second: on each processor that is online, also on one that comes later, or in each thread
 * that the process of --pid has now. The processors' cycles are the clock, or the kernel's where they are not counted.
 */
export function attachPerfSamples(program: LoadedProgram, context: AttachContext): Link {
  const { kernel } = context;
  const held = new Map<Place, readonly number[]>();
  let clock: SamplingEvent['clock'] = 'cycles';
  const sample = (place: Place): void => {
    const opened = openEvent(context, { ...place, clock, frequency });
    clock = opened.clock;
    held.set(place, attachToPerfEvent(kernel, program.fd, opened.event));
  };
  const release = (place: Place): void => {
    for (const fd of held.get(place) ?? []) kernel.close(fd);
    held.delete(place);
  };
  try {
    for (const place of sampledPlaces(program, context)) sample(place);
  } catch (cause) {
    for (const place of held.keys()) release(place);
    throw explained(program, context, cause);
  }
  const renew = (cpu: number): void => {
    for (const place of held.keys()) if (place.cpu === cpu) release(place);
    try {
      sample({ thread: -1, cpu });
    } catch (cause) {
      // Gone again: the next look may find it.
      if (errnoOf(cause) !== errno.ENODEV) throw explained(program, context, cause);
    }
  };
  return {
    program: program.program,
    section: program.section,
    keep:
      context.options.pid === undefined ? (signal) => renewReturning(kernel, held, renew, signal) : undefined,
    [Symbol.dispose]: () => {
      for (const place of held.keys()) release(place);
    },
  };
}

/** The kernel ends a processor's events with it, and does not begin them again: new ones are opened when it is back. */
async function renewReturning(
  kernel: Kernel,
  held: ReadonlyMap<Place, readonly number[]>,
  renew: (cpu: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const silent = watchCpuEvents(kernel);
  while (!signal.aborted) {
    const events = [...held].map(([{ cpu }, fds]): [number, number] => [cpu, fds.at(-1) ?? -1]);
    silent(new Map(events)).forEach(renew);
    await pause(lookMs, signal);
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

function explained(program: LoadedProgram, { options }: AttachContext, cause: unknown): unknown {
  if (errnoOf(cause) === undefined) return cause;
  const gone = errnoOf(cause) === errno.ESRCH && options.pid !== undefined;
  return gone ? vanishedProcess(program, options.pid, cause) : explainRefusal(program, cause);
}
