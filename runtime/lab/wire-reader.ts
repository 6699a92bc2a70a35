import type { RunControl } from '../library/running.js';
import { readWire, type WireMessage } from '../library/wire.js';

/** What a guest's tsecli has told so far. */
export interface WireReader {
  /** Takes a line; gives what to wait for before the next one. */
  readonly take: (line: string) => Promise<void> | undefined;
  /** Why the run failed; undefined as long as it did not. */
  readonly failure: Extract<WireMessage, { kind: 'failed' }>['failure'] | undefined;
}

/** Hands what a guest tells on to a run. Lines that are none of its are left out. */
export function wireReader({ signal, attached, give }: RunControl): WireReader {
  let failure: WireReader['failure'];
  const stopped = new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  return {
    get failure() {
      return failure;
    },
    take: (line) => {
      const message = readWire(line);
      if (message?.kind === 'attached') attached(message.attached);
      else if (message?.kind === 'failed') failure = message.failure;
      else if (message) {
        const full = give(message);
        // Once stopped, little is left to come, and the guest is to end soon, however slow the loop is.
        return full && Promise.race([full, stopped]);
      }
      return undefined;
    },
  };
}
