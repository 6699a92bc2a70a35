import { setTimeout as sleep } from 'node:timers/promises';
import { commandNames, unknownCommand } from '../kernel/command-names.js';
import type { Kernel } from '../kernel/types.js';
import type { TraceEvent } from './trace-lines.js';

/** How long a process that ends may take to be remembered by the tracer: it is so at its last context switch. */
const patienceMs = 20;

/**
 * Gives the lines of a batch the names their commands have. The kernel records names only when a process is switched
 * (trace_sched_switch.c), often a moment after its first line was read: until then a line reads `<...>`, or after an
 * exec still has the name of the shell that started it.
 */
export async function resolveCommands(
  kernel: Kernel,
  tracefs: string,
  events: readonly TraceEvent[],
): Promise<readonly TraceEvent[]> {
  // Pid 0 is the idle task of every processor, in the trace alone.
  const pids = pidsOf(events, (event) => event.pid !== 0);
  if (pids.size === 0) return events;
  const names = commandNames(kernel, tracefs, pids);
  const unknown = pidsOf(events, ({ pid, comm }) => comm === unknownCommand && !names.has(pid));
  if (unknown.size > 0) {
    await sleep(patienceMs);
    for (const [pid, name] of commandNames(kernel, tracefs, unknown)) names.set(pid, name);
  }
  return events.map((event) => (event.kind === 'line' ? withName(event, names.get(event.pid)) : event));
}

type Line = Extract<TraceEvent, { kind: 'line' }>;

function pidsOf(events: readonly TraceEvent[], wanted: (line: Line) => boolean): Set<number> {
  const pids = new Set<number>();
  for (const event of events) if (event.kind === 'line' && wanted(event)) pids.add(event.pid);
  return pids;
}

function withName(line: Line, comm: string | undefined): Line {
  return comm === undefined || comm === line.comm ? line : { ...line, comm };
}
