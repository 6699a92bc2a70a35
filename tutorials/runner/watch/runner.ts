import { setTimeout as sleep } from 'node:timers/promises';
import { stateOf } from '../../../compiler/watch/file-state.js';
import type { Exercise } from '../lessons/types.js';
import type { Judge } from '../rungs/judge.js';
import type { Judgement } from '../rungs/types.js';

/** An empty file is one that an editor is saving: it has this long until it counts as empty, in milliseconds. */
const tornMs = 150;

/** Runs one exercise after the other; a new run ends the one that goes on. */
export interface Runner {
  /**
   * Resolves to what came of it; undefined where another run, or the end, came before. `onEarly` hears what came of the
   * file itself, where it is still to be found out whether the kernel is to blame.
   */
  readonly run: (
    exercise: Exercise,
    path: string,
    onEarly?: (judgement: Judgement) => void,
  ) => Promise<Judgement | undefined>;
  /** Ends what goes on, and waits for its end. */
  readonly stop: () => Promise<void>;
}

/** A runner that judges by `judge`. */
export function makeRunner(judge: Judge): Runner {
  let current: { readonly stop: AbortController; readonly ended: Promise<unknown> } | undefined;
  const stop = async (): Promise<void> => {
    const last = current;
    current = undefined;
    last?.stop.abort();
    await last?.ended;
  };
  return {
    stop,
    run: async (exercise, path, onEarly) => {
      const controller = new AbortController();
      const before = current;
      before?.stop.abort();
      const { signal } = controller;
      const judged = (async (): Promise<Judgement | undefined> => {
        await before?.ended;
        if (stateOf(path).empty) await sleep(tornMs);
        if (signal.aborted) return undefined;
        try {
          return await judge.judge(exercise, path, signal, (early) => {
            if (!signal.aborted) onEarly?.(early);
          });
        } catch (error) {
          if (signal.aborted) return undefined;
          throw error;
        }
      })();
      current = { stop: controller, ended: judged.catch(() => undefined) };
      return await judged;
    },
  };
}
