import { relative } from 'node:path';
import { escapeText } from '../../../core/escape.js';
import { message } from '../../../core/message.js';
import { Burst } from '../../../compiler/watch/burst.js';
import { DirectoryWatcher } from '../../../compiler/watch/directory-watcher.js';
import { stateOf } from '../../../compiler/watch/file-state.js';
import type { Learner } from '../commands/learner.js';
import { recordJudgement } from '../commands/run-exercise.js';
import { pathOfExercise } from '../folder/find-folder.js';
import { readProgress } from '../folder/progress.js';
import type { Exercise } from '../lessons/types.js';
import { choosePlaces, type PlaceWish } from '../places/choose-place.js';
import { makeJudge } from '../rungs/judge.js';
import { canDraw } from '../screen/terminal.js';
import { keyActions, type WatchControl } from './key-actions.js';
import { watchOtherSaves } from './other-saves.js';
import { makeRunner } from './runner.js';
import { beginWatch, type WatchState } from './state.js';
import { plainShow, screenShow, type Show } from './show.js';

/** How often files are looked at where nothing was told: some file systems, such as those of networks, tell nothing. */
const pollMs = 2000;

/** How to watch. */
export interface WatchRequest {
  readonly wish: PlaceWish;
  /** Lines, also where there is a terminal. */
  readonly plain: boolean;
  /** The exercise to begin with; the first that does not pass yet when left out. */
  readonly first?: Exercise | undefined;
}

/**
 * `tselearn watch`: shows one exercise after the other, and runs the one at hand when its file is saved, until `q` or the
 * signal. On a terminal it takes the whole screen, else it writes lines. Gives 0.
 */
export async function watch(
  learner: Learner,
  { wish, plain, first }: WatchRequest,
  outer: AbortSignal,
): Promise<number> {
  const { folder, io, language, translate } = learner;
  const quitting = new AbortController();
  const signal = AbortSignal.any([outer, quitting.signal]);
  let state = beginWatch(learner.exercises, readProgress(folder), first);
  const failure: { error?: unknown } = {};

  const full = !plain && canDraw(io);
  const keys = { onKey: (key: string) => void press(key), onResize: () => show.update(state) };
  using show: Show = full ? screenShow(learner, keys) : plainShow(learner);
  const change = (next: Partial<WatchState>): void => {
    state = { ...state, ...next };
    show.update(state);
  };
  const onProgress = (line: string): void => change({ note: escapeText(line) });
  await using places = choosePlaces(wish, { env: io.env, language, translate, signal, onProgress });
  const runner = makeRunner(makeJudge({ places, env: io.env, translate }));
  const fail = (error: unknown): void => {
    failure.error ??= error;
    quitting.abort();
  };

  const run = async (): Promise<void> => {
    const exercise = state.exercises[state.at];
    if (!exercise || signal.aborted) return;
    change({ running: 'file', note: undefined, resetting: false });
    const path = relative('', pathOfExercise(folder, exercise));
    const isAtHand = (): boolean => state.exercises[state.at]?.key === exercise.key;
    // A learner need not wait for our solution to read what is wrong.
    const judgement = await runner.run(exercise, path, (early) => {
      if (isAtHand()) change({ running: 'solution', judgement: early, note: undefined, scroll: 0 });
    });
    if (!judgement || signal.aborted) return;
    await recordJudgement(folder, exercise, judgement);
    const progress = readProgress(folder);
    const wasShown = state.running === 'solution';
    if (isAtHand()) {
      const done = { running: undefined, judgement, progress, note: undefined };
      // Who has begun to read is not taken back to the top.
      change(wasShown ? done : { ...done, scroll: 0 });
      show.judged(state);
    } else change({ progress });
    if (!full && judgement.outcome.kind === 'pass') control.next();
  };
  const burst = new Burst();
  let wanted = false;
  const control: WatchControl = {
    state: () => state,
    change,
    run: () => {
      wanted = true;
      burst.notify();
    },
    next: () => void press('n'),
    height: () => show.height(),
    quit: () => quitting.abort(),
    folder,
  };
  const press = async (key: string): Promise<void> => {
    try {
      await keyActions(key, control);
    } catch (error) {
      fail(error);
    }
  };

  try {
    await followSaves({
      ...{ learner, burst, signal, current: () => state.exercises[state.at] },
      run: () => void run().catch(fail),
      onOther: ({ file, label }) =>
        change({
          note: full
            ? message`'${file}' belongs to ${label}: l leads there`
            : message`'${file}' belongs to ${label}: tselearn watch ${label} begins there`,
        }),
      wanted: () => {
        const asked = wanted;
        wanted = false;
        return asked;
      },
    });
  } finally {
    await runner.stop();
  }
  if ('error' in failure) throw failure.error;
  return 0;
}

interface Following {
  readonly learner: Learner;
  readonly current: () => Learner['exercises'][number] | undefined;
  readonly burst: Burst;
  readonly run: () => void;
  /** The file of an exercise was saved that is not at hand. */
  readonly onOther: (exercise: Exercise) => void;
  /** Whether a run was asked for since the last time. */
  readonly wanted: () => boolean;
  readonly signal: AbortSignal;
}

/** Runs the exercise at hand at once, and then whenever it is asked for or one of its files is another. */
async function followSaves(following: Following): Promise<void> {
  const { learner, current, burst, run, onOther, wanted, signal } = following;
  using watcher = new DirectoryWatcher(burst.notify);
  const otherSaved = watchOtherSaves(learner.folder, learner.exercises);
  let seen = '';
  while (!signal.aborted) {
    const exercise = current();
    if (!exercise) return;
    const paths = [exercise.file, ...(exercise.files ?? [])].map((file) =>
      pathOfExercise(learner.folder, { ...exercise, file }),
    );
    watcher.watch(paths);
    const now = [exercise.key, ...paths.map((path) => stateOf(path).id)].join('\n');
    if (wanted() || now !== seen) run();
    seen = now;
    const other = otherSaved(exercise);
    if (other) onOther(other);
    await burst.settled(signal, pollMs);
    watcher.refresh();
  }
}
