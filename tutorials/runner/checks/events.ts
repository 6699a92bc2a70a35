import type { RunEvent } from '../../../runtime/library/types.js';
import type { Pattern } from '../lessons/types.js';
import { matches, type Saved } from '../match/matches.js';

/** The events that match; what the first of them has to be saved is saved. */
export function findEvents(events: readonly RunEvent[], pattern: Pattern, saved: Saved): readonly RunEvent[] {
  let kept = false;
  return lastHistograms(events).filter((event) => {
    const fresh: Saved = new Map();
    if (!matches(event, pattern, saved, fresh)) return false;
    if (!kept) for (const [name, value] of fresh) if (!saved.has(name)) saved.set(name, value);
    kept = true;
    return true;
  });
}

/** Histograms come again and again with all that was counted: the last of each says it all. */
function lastHistograms(events: readonly RunEvent[]): readonly RunEvent[] {
  const last = new Map<string, RunEvent>();
  for (const event of events)
    if (event.kind === 'histogram') last.set(`${event.stream}\0${event.key}`, event);
  const kept = new Set(last.values());
  return events.filter((event) => event.kind !== 'histogram' || kept.has(event));
}

/** An event as a person reads it: a line of the trace, or its fields. */
export function describeEvent(event: RunEvent): string {
  switch (event.kind) {
    case 'trace':
      return `${event.comm}-${event.pid}: ${event.message}`;
    case 'text':
      return event.text;
    case 'record':
      return `${event.stream}: ${toJson(event.data)}`;
    case 'histogram':
      return `${event.stream} ${event.key}: ${event.slots.join(' ')}`;
    case 'stack':
      return `${event.stream}: ${event.comm}-${event.pid}`;
    case 'lost':
      return `${event.stream}: lost ${event.count ?? '?'}`;
    default:
      return event satisfies never;
  }
}

const toJson = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'bigint' ? Number(inner) : inner));
