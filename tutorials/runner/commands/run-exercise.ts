import { relative } from 'node:path';
import { escapeText } from '../../../core/escape.js';
import { pathOfExercise } from '../folder/find-folder.js';
import { updateProgress } from '../folder/progress.js';
import type { Exercise } from '../lessons/types.js';
import { choosePlaces, type PlaceWish } from '../places/choose-place.js';
import { describeOutcome } from '../report/describe-outcome.js';
import { makeJudge } from '../rungs/judge.js';
import type { Judgement } from '../rungs/types.js';
import type { Learner } from './learner.js';

/** `tselearn run ID`: runs one exercise and prints how far it gets. Gives 0 for a pass, 1 for not yet, else why it cannot run. */
export async function runExercise(
  learner: Learner,
  exercise: Exercise,
  wish: PlaceWish,
  json: boolean,
  signal: AbortSignal,
): Promise<number> {
  const { folder, io, language, translate, style } = learner;
  const onProgress = (line: string): void => void io.stderr.write(`${escapeText(line)}\n`);
  await using places = choosePlaces(wish, { env: io.env, language, translate, signal, onProgress });
  const judge = makeJudge({ places, env: io.env, translate });
  const path = relative('', pathOfExercise(folder, exercise));
  const judgement = await judge.judge(exercise, path, signal);
  await recordJudgement(folder, exercise, judgement);
  if (json) io.stdout.write(`${JSON.stringify(jsonOf(exercise, judgement, learner), undefined, 2)}\n`);
  else {
    const title = escapeText(`${exercise.label} ${exercise.title[language]} (${path})`);
    const lines = [style.paint('bold', title), ...describeOutcome(exercise, judgement, style)];
    io.stdout.write(`${lines.join('\n')}\n`);
  }
  return exitCodeFor(judgement);
}

/** Keeps what came of a run; what cannot run here is no attempt. */
export async function recordJudgement(
  folder: string,
  { key }: Exercise,
  { outcome }: Judgement,
  now: () => Date = () => new Date(),
): Promise<void> {
  if (outcome.kind === 'cannot') return;
  await updateProgress(folder, key, ({ attempts, hints, peeked, passed }) => ({
    ...{ attempts: attempts + 1, hints },
    ...(peeked && { peeked }),
    ...(outcome.kind === 'pass'
      ? { passed: passed ?? now().toISOString() }
      : { ...(passed !== undefined && { passed }), rung: outcome.stop.rung }),
  }));
}

function exitCodeFor({ outcome }: Judgement): number {
  if (outcome.kind === 'cannot') return outcome.exitCode;
  return outcome.kind === 'pass' ? 0 : 1;
}

function jsonOf({ label, key }: Exercise, judgement: Judgement, { language, translate }: Learner) {
  const { outcome, seconds, kernel, where } = judgement;
  const base = {
    label,
    name: key,
    outcome: outcome.kind,
    seconds,
    kernel: kernel ?? null,
    where: where ?? null,
  };
  if (outcome.kind === 'pass') return base;
  if (outcome.kind === 'cannot') return { ...base, reason: translate(outcome.reason) };
  const { rung, check, say, found } = outcome.stop;
  const text = typeof say === 'string' || 'key' in say ? translate(say) : say[language];
  return { ...base, rung, check: check ?? null, say: text, found: found.map(translate) };
}
