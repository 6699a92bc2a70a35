import type { RunEvent, Running } from '../../../runtime/library/types.js';

/** Events that are kept of a run; a program that floods is cut off there. */
const mostEvents = 100_000;

/** What a run gave till its end. */
export interface Collected {
  readonly attached: boolean;
  readonly events: readonly RunEvent[];
  readonly failure: unknown;
}

/** Takes all events of a run, and what it failed of. */
export async function collect(running: Running): Promise<Collected> {
  const events: RunEvent[] = [];
  let failure: unknown;
  try {
    for await (const event of running) {
      events.push(event);
      if (events.length >= mostEvents) break;
    }
  } catch (error) {
    failure = error;
  }
  const attached = await running.ready.then(
    () => true,
    () => false,
  );
  return { attached, events, failure };
}
