import { setTimeout as sleep } from 'node:timers/promises';
import { commandName } from '../kernel/command-names.js';
import type { Kernel } from '../kernel/types.js';
import type { TraceEvent } from './trace-lines.js';

/** What the kernel writes for a command whose name it has not recorded yet. */
const unknownName = '<...>';

/** How long a process that ends may take to be remembered by the tracer: it is so at its last context switch. */
const patienceMs = 20;

/**
 * Replaces `<...>` by the command's name where it can be learnt: the kernel records names only when a process is
 * switched, often a moment after its first line was read.
 */
export async function resolveCommands(
  kernel: Kernel,
  tracefs: string,
  events: readonly TraceEvent[],
): Promise<readonly TraceEvent[]> {
  const unknown = new Set(events.flatMap((event) => (isUnknown(event) ? [event.pid] : [])));
  if (unknown.size === 0) return events;
  const names = lookUp(kernel, tracefs, unknown);
  if (names.size < unknown.size) {
    await sleep(patienceMs);
    for (const [pid, name] of lookUp(kernel, tracefs, unknown)) names.set(pid, name);
  }
  return events.map((event) =>
    isUnknown(event) ? { ...event, comm: names.get(event.pid) ?? unknownName } : event,
  );
}

function isUnknown(event: TraceEvent): event is Extract<TraceEvent, { kind: 'line' }> {
  return event.kind === 'line' && event.comm === unknownName;
}

function lookUp(kernel: Kernel, tracefs: string, pids: ReadonlySet<number>): Map<number, string> {
  const names = new Map<number, string>();
  for (const pid of pids) {
    const name = commandName(kernel, tracefs, pid);
    if (name !== undefined && name !== unknownName) names.set(pid, name);
  }
  return names;
}
