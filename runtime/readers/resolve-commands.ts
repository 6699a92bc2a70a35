import { setTimeout as sleep } from 'node:timers/promises';
import { livingNames, rememberedNames } from '../kernel/command-names.js';
import type { Kernel } from '../kernel/types.js';
import type { TraceEvent } from './trace-lines.js';

/** How long a process that ends may take to be remembered by the tracer: it is so at its last context switch. */
const patienceMs = 20;

/** How long the name of a process that has ended is kept: its number may be another's later. */
const keepMs = 1000;

/** Gives the lines of a batch the names their commands have. */
export type ResolveCommands = (events: readonly TraceEvent[]) => Promise<readonly TraceEvent[]>;

/**
 * Finds the names of the commands of a trace's lines. The kernel records names only when a process is switched
 * (trace_sched_switch.c), often a moment after its first line was read: until then a line reads `<...>`, or after an
 * exec still has the name of the shell that started it. A process can be gone from /proc before it is switched for the
 * last time. So the tracer's memory is asked a moment later, and once for each that has ended. `now` is a clock in
 * milliseconds.
 */
export function commandResolver(
  kernel: Kernel,
  tracefs: string,
  now: () => number = () => performance.now(),
): ResolveCommands {
  let ended = new Map<number, string>();
  let since = now();
  const endedNames = async (pids: ReadonlySet<number>): Promise<ReadonlyMap<number, string>> => {
    if (now() - since > keepMs) {
      ended = new Map();
      since = now();
    }
    const unknown = new Set([...pids].filter((pid) => !ended.has(pid)));
    if (unknown.size > 0) {
      await sleep(patienceMs);
      for (const [pid, name] of rememberedNames(kernel, tracefs, unknown)) ended.set(pid, name);
    }
    return ended;
  };
  return async (events) => {
    const pids = pidsOf(events);
    if (pids.size === 0) return events;
    const living = livingNames(kernel, pids);
    const gone = new Set([...pids].filter((pid) => !living.has(pid)));
    const others = gone.size > 0 ? await endedNames(gone) : living;
    const nameOf = (pid: number): string | undefined => living.get(pid) ?? others.get(pid);
    return events.map((event) => (event.kind === 'line' ? withName(event, nameOf(event.pid)) : event));
  };
}

type Line = Extract<TraceEvent, { kind: 'line' }>;

/** Without pid 0: it is the idle task of every processor, in the trace alone. */
function pidsOf(events: readonly TraceEvent[]): Set<number> {
  const pids = new Set<number>();
  for (const event of events) if (event.kind === 'line' && event.pid !== 0) pids.add(event.pid);
  return pids;
}

function withName(line: Line, comm: string | undefined): Line {
  return comm === undefined || comm === line.comm ? line : { ...line, comm };
}
