import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Diagnostic } from '../../../core/diagnostics.js';
import { stateOf } from '../../../compiler/watch/file-state.js';
import { message } from '../../../core/message.js';
import { readObject } from '../../../core/object/read-object.js';
import type { OpenedPackage } from '../../../core/package/types.js';
import { readAnswers } from '../checks/read-answers.js';
import type { Evidence } from '../checks/types.js';
import type { Check, Rung } from '../lessons/types.js';
import type { Values } from '../placeholders/make-values.js';
import { compileSource } from './compile-source.js';
import { performChecks } from './perform-checks.js';
import { runPackage, type RunContext } from './run-package.js';
import { runScript } from './run-script.js';
import { stopAtError, stopWith } from './stop.js';
import type { Climb } from './types.js';

/** What going up needs beside the learner's file. */
export type ClimbContext = Omit<RunContext, 'place'> & {
  /** The place to run at, once one is needed. */
  readonly place: () => Promise<RunContext['place']>;
  /** Called after a run whose checks hold. */
  readonly audit?: Audit | undefined;
};

/**
 * Looks at a run once more: `recheck` performs its checks as if placeholders had stood for other values, as they would
 * for who prints what was true in another run.
 */
export type Audit = (recheck: (expected: Values) => Promise<Climb | undefined>) => Promise<void>;

const top: Climb = { kind: 'top' };

/** Goes up the rungs with a learner's file, and tells where it stops. */
export async function climb(path: string, context: ClimbContext): Promise<Climb> {
  const result = await climbFile(path, context);
  if (result.kind !== 'stop' || !stateOf(path).empty) return result;
  // What was deleted, or saved without a byte, is brought back in no other way.
  const cure = message`tselearn reset ${context.exercise.label} brings back how it began, and so does x twice in the watch`;
  return { ...result, stop: { ...result.stop, cure } };
}

async function climbFile(path: string, context: ClimbContext): Promise<Climb> {
  const { exercise } = context;
  if (exercise.script !== undefined) return await climbScript(path, context);
  if (exercise.file.endsWith('.txt')) return await climbAnswers(path, context);
  const compiled = await compileSource(path, context.env, context.signal);
  return 'kind' in compiled
    ? compiled
    : withWarnings(await climbPackage(compiled, {}, context), compiled.diagnostics);
}

/** A stop that is told of without a place has what the compiler warned of beside it: often that is the reason. */
function withWarnings(result: Climb, warnings: readonly Diagnostic[]): Climb {
  if (result.kind !== 'stop' || result.stop.diagnostics.length > 0) return result;
  return { ...result, stop: { ...result.stop, diagnostics: warnings } };
}

/** Answers: what needs no kernel first, then what the kernel says of the program that they are about. */
async function climbAnswers(path: string, context: ClimbContext): Promise<Climb> {
  const { exercise, values } = context;
  let answers: readonly string[];
  try {
    answers = readAnswers(readFileSync(path, 'utf8'));
  } catch (error) {
    return stopAtError('L0', error);
  }
  const wanted = Math.max(...exercise.checks.map(({ answer = 1 }) => answer));
  const open = Array.from({ length: wanted }, (_, at) => at).filter((at) => (answers[at] ?? '') === '');
  if (open.length > 0) return stopWith('L1', 'answers', message`answer ${(open[0] ?? 0) + 1} is still empty`);
  if (exercise.runs === undefined) {
    return (await performChecks(exercise.checks, 'L1', { answers, saved: new Map() }, values)) ?? top;
  }
  const program = join(dirname(path), exercise.runs);
  const compiled = await compileSource(program, context.env, context.signal);
  return 'kind' in compiled ? compiled : await climbPackage(compiled, { answers }, context);
}

/** From a package up: its facts, the kernel, what it does and what it leaves. */
async function climbPackage(
  opened: OpenedPackage,
  given: Pick<Evidence, 'answers'>,
  context: ClimbContext,
): Promise<Climb> {
  const { checks } = context.exercise;
  const facts = { manifest: opened.manifest, object: readObject(opened.object) };
  const evidence: Evidence = { ...given, facts, saved: new Map() };
  const stopped = await performChecks(checks, 'L1', evidence, context.values);
  if (stopped) return stopped;
  const ran = await runPackage(opened, { ...context, place: await context.place() });
  if (ran.kind !== 'ran') return ran;
  const perform = (expected: Values): Promise<Climb | undefined> => {
    const seen: Evidence = { ...evidence, events: ran.events, saved: new Map(evidence.saved) };
    return performRungs(checks, ['L2', 'L3', 'L4'], seen, { ...ran.values, ...expected });
  };
  const failed = await perform({});
  if (failed) return failed;
  await context.audit?.(perform);
  if (ran.leftovers.length > 0) {
    return stopWith(
      'L4',
      'left-behind',
      message`something is left in the kernel after the run`,
      ran.leftovers,
    );
  }
  return top;
}

/** A script of the learner's: what it prints, what it leaves. */
async function climbScript(path: string, context: ClimbContext): Promise<Climb> {
  const { exercise } = context;
  const ran = await runScript(path, context);
  if ('kind' in ran) return ran;
  await using script = ran;
  const perform = (expected: Values): Promise<Climb | undefined> =>
    performRungs(
      exercise.checks,
      ['L1', 'L2', 'L3', 'L4'],
      { script, saved: new Map() },
      { ...ran.values, ...expected },
    );
  const failed = await perform({});
  if (failed) return failed;
  await context.audit?.(perform);
  return top;
}

/** Performs the checks of several rungs, one after the other; gives the first that does not hold. */
async function performRungs(
  checks: readonly Check[],
  upward: readonly Rung[],
  evidence: Evidence,
  values: Values,
): Promise<Climb | undefined> {
  for (const rung of upward) {
    const failed = await performChecks(checks, rung, evidence, values);
    if (failed) return failed;
  }
  return undefined;
}
