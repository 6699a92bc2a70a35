import type { Phrase } from '../../../core/message.js';
import type { Progress } from '../folder/progress.js';
import type { Exercise } from '../lessons/types.js';
import type { Judgement } from '../rungs/types.js';

/** What a watch knows, and what it shows. */
export interface WatchState {
  readonly exercises: readonly Exercise[];
  readonly progress: Progress;
  /** Index of the exercise at hand. */
  readonly at: number;
  readonly view: 'exercise' | 'list' | 'solution';
  /** Index of the exercise that is chosen in the list. */
  readonly chosen: number;
  /** First line of the body that is shown. */
  readonly scroll: number;
  /** What came of the last run of the exercise at hand. */
  readonly judgement: Judgement | undefined;
  /** What is being run: the learner's file, or, after it failed, the lesson's solution. */
  readonly running: 'file' | 'solution' | undefined;
  /** What there is to be said beside it, until the next key or save. */
  readonly note: Phrase | undefined;
  /** Reset was asked for once. */
  readonly resetting: boolean;
}

/** The state that a watch begins with: at the exercise that is asked for, else at the first that does not pass yet. */
export function beginWatch(exercises: readonly Exercise[], progress: Progress, first?: Exercise): WatchState {
  const at = Math.max(0, first ? exercises.indexOf(first) : nextOpen(exercises, progress, -1));
  return {
    ...{ exercises, progress, at, chosen: at },
    ...{
      view: 'exercise',
      scroll: 0,
      judgement: undefined,
      running: undefined,
      note: undefined,
      resetting: false,
    },
  };
}

/** The next exercise behind this one that does not pass yet, else the first such; -1 where all pass. */
export function nextOpen(exercises: readonly Exercise[], progress: Progress, after: number): number {
  const isOpen = ({ key }: Exercise): boolean => progress[key]?.passed === undefined;
  const next = exercises.findIndex((exercise, index) => index > after && isOpen(exercise));
  return next >= 0 ? next : exercises.findIndex(isOpen);
}

/** The state at another exercise. */
export const moveTo = (state: WatchState, at: number): WatchState => ({
  ...state,
  ...{ at, chosen: at, view: 'exercise', scroll: 0, judgement: undefined, note: undefined, resetting: false },
});

/** Whether all exercises have passed. */
export const isDone = ({ exercises, progress }: WatchState): boolean =>
  exercises.every(({ key }) => progress[key]?.passed !== undefined);
