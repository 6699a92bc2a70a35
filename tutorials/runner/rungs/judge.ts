import { exitCodeOf, explainPhrase, TseccError } from '../../../core/errors.js';
import { message, type Phrase, type Translate } from '../../../core/message.js';
import { layOut } from '../folder/lay-out.js';
import type { Exercise } from '../lessons/types.js';
import type { Places } from '../places/choose-place.js';
import type { Place } from '../places/types.js';
import { makeValues, type Values } from '../placeholders/make-values.js';
import { climb, type Audit, type ClimbContext } from './climb.js';
import type { Climb, Judgement, Outcome, Stop } from './types.js';

/** What judging needs. */
export interface JudgeContext {
  readonly places: Places;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly translate: Translate;
  /** What placeholders stand for; new ones for each run when left out. */
  readonly values?: (() => Values) | undefined;
  /** Looks at each run whose checks hold: a test finds out what cheats come to. */
  readonly audit?: Audit | undefined;
}

/** A climb, how long it took and where it was. */
export interface Attempt {
  readonly result: Climb;
  readonly seconds: number;
  /** Undefined where no kernel was needed. */
  readonly place: Place | undefined;
}

/** Says of files whether they solve their exercise. */
export interface Judge {
  /** Goes up the rungs, whatever it comes to. */
  readonly attempt: (exercise: Exercise, path: string, signal: AbortSignal) => Promise<Attempt>;
  /** The same, as a learner is told of it. `onEarly` hears what it is unless the kernel is to blame, while that is found out. */
  readonly judge: (
    exercise: Exercise,
    path: string,
    signal: AbortSignal,
    onEarly?: (judgement: Judgement) => void,
  ) => Promise<Judgement>;
}

/**
 * A judge. A failure that a kernel may be to blame for is the learner's only where the solution of the exercise works on
 * the same kernel: so that is tried, once for each exercise.
 */
export function makeJudge(context: JudgeContext): Judge {
  const { places, env, translate, values = makeValues, audit } = context;
  const trials = new Map<string, Promise<Phrase | undefined>>();
  const climbWith = (exercise: Exercise, path: string, place: () => Promise<Place>, signal: AbortSignal) => {
    const climbing: ClimbContext = {
      ...{ exercise, place, values: values(), audit, env, translate, signal },
    };
    return climb(path, climbing);
  };
  const trySolution = (
    exercise: Exercise,
    place: Place,
    signal: AbortSignal,
  ): Promise<Phrase | undefined> => {
    const key = `${place.kind} ${exercise.key}`;
    const known = trials.get(key);
    if (known) return known;
    const solve = async (): Promise<Phrase | undefined> => {
      using solution = layOut(exercise, 'solution');
      const result = await climbWith(exercise, solution.path, () => Promise.resolve(place), signal);
      return await obstacleOf(result, exercise, place);
    };
    const tried = solve();
    trials.set(key, tried);
    // One that was interrupted has shown nothing.
    tried.catch(() => trials.delete(key));
    return tried;
  };
  const attempt: Judge['attempt'] = async (exercise, path, signal) => {
    const started = performance.now();
    let place: Place | undefined;
    const usePlace = async (): Promise<Place> => (place ??= await places.placeFor(exercise.lesson.needs));
    const result = await climbWith(exercise, path, usePlace, signal);
    return { result, seconds: (performance.now() - started) / 1000, place };
  };
  return {
    attempt,
    judge: async (exercise, path, signal, onEarly) => {
      const { result, seconds, place } = await attempt(exercise, path, signal);
      const told = {
        outcome: outcomeOf(result),
        seconds,
        kernel: place?.kernelRelease(),
        where: place?.kind,
      };
      if (result.kind !== 'stop' || !place || !isKernels(result.stop)) return told;
      onEarly?.(told);
      const obstacle = await trySolution(exercise, place, signal);
      return obstacle === undefined
        ? told
        : { ...told, outcome: { kind: 'cannot', reason: obstacle, exitCode: 4 } };
    },
  };
}

/** What is wrong before a kernel is asked is not the kernel's. */
const isKernels = ({ rung }: Stop): boolean => rung !== 'L0' && rung !== 'L1';

/** Why the solution does not work there; undefined where it does. */
async function obstacleOf(result: Climb, exercise: Exercise, place: Place): Promise<Phrase | undefined> {
  if (result.kind === 'top') return undefined;
  // A lab that fails cannot be asked what it lacks.
  if (result.kind === 'broken') return explainPhrase(result.error);
  const lack = exercise.lesson.needs && (await place.lacking(exercise.lesson.needs));
  if (lack !== undefined) return lack;
  const { rung, check, say } = result.stop;
  const words = isPhrase(say) ? say : (check ?? rung);
  return message`the solution of the lesson does not work on this kernel either: ${rung}: ${words}`;
}

function outcomeOf(result: Climb): Outcome {
  switch (result.kind) {
    case 'top':
      return { kind: 'pass' };
    case 'stop':
      return { kind: 'not-yet', stop: result.stop };
    case 'broken':
      return brokenOutcome(result.error);
    default:
      return result satisfies never;
  }
}

/** What nobody foresaw is no reason that anyone should read as one. */
function brokenOutcome(error: unknown): Outcome {
  if (!(error instanceof TseccError)) throw error;
  return { kind: 'cannot', reason: explainPhrase(error), exitCode: exitCodeOf(error) };
}

const isPhrase = (say: Stop['say']): say is Phrase => typeof say === 'string' || 'key' in say;
