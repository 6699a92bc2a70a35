import { message } from '../../../core/message.js';
import { nextHint } from '../commands/hint.js';
import { resetExercise } from '../commands/reset.js';
import { readProgress } from '../folder/progress.js';
import { isDone, moveTo, nextOpen, type WatchState } from './state.js';

/** What keys act on. */
export interface WatchControl {
  readonly state: () => WatchState;
  readonly change: (next: Partial<WatchState>) => void;
  /** Runs the exercise at hand. */
  readonly run: () => void;
  readonly next: () => void;
  /** Lines of the body that are shown at once. */
  readonly height: () => number;
  readonly quit: () => void;
  /** The learner's. */
  readonly folder: string;
}

type Action = (control: WatchControl) => void | Promise<void>;

/** What each key does; others do nothing. */
const actions: Readonly<Record<string, Action>> = {
  n: goOn,
  h: showHint,
  r: ({ run }) => run(),
  l: ({ state, change }) => change({ view: state().view === 'list' ? 'exercise' : 'list', scroll: 0 }),
  s: showSolution,
  x: reset,
  q: ({ quit }) => quit(),
  interrupt: ({ quit }) => quit(),
  escape: ({ change }) => change({ view: 'exercise', scroll: 0, note: undefined, resetting: false }),
  up: (control) => step(control, -1),
  k: (control) => step(control, -1),
  down: (control) => step(control, 1),
  j: (control) => step(control, 1),
  'page-up': (control) => page(control, -1),
  'page-down': (control) => page(control, 1),
  enter: choose,
};

/** Does what a key asks for. */
export async function keyActions(key: string, control: WatchControl): Promise<void> {
  const action = Object.hasOwn(actions, key) ? actions[key] : undefined;
  if (key !== 'x' && control.state().resetting) control.change({ resetting: false, note: undefined });
  await action?.(control);
}

function goOn({ state, change, run }: WatchControl): void {
  const now = state();
  const at = nextOpen(now.exercises, now.progress, now.at);
  if (at < 0 || at === now.at) {
    change({
      note: isDone(now) ? message`all exercises pass` : message`this is the only one left`,
      view: 'exercise',
    });
    return;
  }
  change(moveTo(now, at));
  run();
}

async function showHint({ state, change, folder }: WatchControl): Promise<void> {
  const now = state();
  const exercise = now.exercises[now.at];
  if (!exercise) return;
  await nextHint(folder, exercise);
  // Far enough down to see it, whatever the height.
  change({ progress: readProgress(folder), view: 'exercise', scroll: Number.MAX_SAFE_INTEGER });
}

function showSolution({ state, change }: WatchControl): void {
  const { exercises, at, progress, view } = state();
  const exercise = exercises[at];
  if (view === 'solution') change({ view: 'exercise', scroll: 0 });
  else if (exercise && progress[exercise.key]?.passed !== undefined) change({ view: 'solution', scroll: 0 });
  else {
    const label = exercise?.label ?? '';
    change({ note: message`it does not pass yet: h for a hint, or tselearn solution ${label} --anyway` });
  }
}

function reset({ state, change, folder, run }: WatchControl): void {
  const { exercises, at, resetting } = state();
  const exercise = exercises[at];
  if (!exercise) return;
  if (!resetting) {
    change({ resetting: true, note: message`press x again to put ${exercise.file} back to how it began` });
    return;
  }
  const kept = resetExercise(folder, exercise);
  change({ resetting: false, note: undefined, judgement: undefined });
  run();
  if (kept !== undefined) change({ note: message`kept what was there as '${`${exercise.file}.old`}'` });
}

function step({ state, change }: WatchControl, by: number): void {
  const { view, chosen, exercises, scroll } = state();
  if (view !== 'list') change({ scroll: Math.max(0, scroll + by) });
  else change({ chosen: Math.max(0, Math.min(exercises.length - 1, chosen + by)) });
}

function page(control: WatchControl, by: number): void {
  step(control, by * Math.max(1, control.height() - 1));
}

function choose({ state, change, run }: WatchControl): void {
  const now = state();
  if (now.view !== 'list') return;
  change(moveTo(now, now.chosen));
  run();
}
