import { join } from 'node:path';
import { refusalDiagnostic } from '../../../core/refusal-diagnostic.js';
import type { Translate } from '../../../core/message.js';
import { message } from '../../../core/message.js';
import { TseccError } from '../../../core/errors.js';
import type { OpenedPackage } from '../../../core/package/types.js';
import type { RunEvent, RunOptions } from '../../../runtime/library/types.js';
import { tellRefusal } from '../../../runtime/verifier/tell-refusal.js';
import { VerifierError } from '../../../runtime/verifier/verifier-error.js';
import type { Exercise } from '../lessons/types.js';
import { buildProgram } from '../places/build-program.js';
import type { Place } from '../places/types.js';
import { fillText } from '../placeholders/fill.js';
import type { Values } from '../placeholders/make-values.js';
import { stopAtError, stopWith } from './stop.js';
import type { Climb } from './types.js';

/** How long loading and the workload may take, in milliseconds: what a program has brought to a halt ends then. */
const patienceMs = 60_000;

/** What a run needs beside the package. */
export interface RunContext {
  readonly exercise: Exercise;
  readonly place: Place;
  /** Placeholders of this run that do not hang on the place. */
  readonly values: Values;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly translate: Translate;
  readonly signal: AbortSignal;
}

/** What a run gave, for the checks: its events, the values of its place, and what it left in the kernel. */
export interface Ran {
  readonly kind: 'ran';
  readonly events: readonly RunEvent[];
  readonly values: Values;
  readonly leftovers: readonly string[];
}

/** Runs a package with the workload of its exercise: L2, and the events for what is above. */
export async function runPackage(opened: OpenedPackage, context: RunContext): Promise<Ran | Climb> {
  const { exercise, place, env, signal } = context;
  const { run: settings = {}, workload = '' } = exercise;
  try {
    const program =
      exercise.program &&
      (await buildProgram(join(exercise.lesson.directory, exercise.program.source), env, signal));
    await using stand = await place.open({ program, cgroup: settings.cgroup ?? false, signal });
    const before = { ...context.values, ...stand.values };
    const work = fillText(workload, before);
    const waits = JSON.stringify(exercise.run ?? {}).includes('{{workload}}');
    const values = waits ? { ...before, workload: await stand.prepare(work) } : before;
    // The first lab takes long to be there: that does not count.
    const limit = AbortSignal.timeout(patienceMs);
    const result = await stand.perform({
      opened,
      options: optionsOf(settings, values),
      workload: fillText(workload, values),
      signal: AbortSignal.any([signal, limit]),
    });
    signal.throwIfAborted();
    if (limit.aborted) return tooLate(result.attached);
    if (result.failure !== undefined) return explainFailure(result.failure, result.attached, context);
    return { kind: 'ran', events: result.events, values, leftovers: result.leftovers };
  } catch (error) {
    signal.throwIfAborted();
    return { kind: 'broken', error };
  }
}

/** What is not even attached by then is the machine's fault. */
function tooLate(attached: boolean): Climb {
  const seconds = patienceMs / 1000;
  if (attached) return stopWith('L3', 'workload', message`the workload did not end within ${seconds} s`);
  const said = message`run the exercise: its programs were not attached within ${seconds} s`;
  return { kind: 'broken', error: new TseccError('tool-missing', said) };
}

function optionsOf(settings: NonNullable<Exercise['run']>, values: Values): RunOptions {
  const { args, interface: name, cgroup, pid, binary, filter } = settings;
  const fill = (text: string): string => fillText(text, values);
  return {
    ...(args && { args: args.map(fill) }),
    ...(name !== undefined && { interfaces: [fill(name)] }),
    ...(cgroup && { cgroup: values['cgroup'] }),
    ...(pid !== undefined && { pid: Number(fill(pid)) }),
    ...(binary !== undefined && { binary: fill(binary) }),
    ...(filter !== undefined && { filter: fill(filter) }),
  };
}

/** A lab or a tool that fails is broken; all else is said of the learner's program, at the rung that it has reached. */
function explainFailure(error: unknown, attached: boolean, { translate }: RunContext): Climb {
  if (error instanceof VerifierError) {
    const { explanation } = error;
    const diagnostic = refusalDiagnostic(tellRefusal(explanation, translate), translate);
    const topic = explanation.kind === undefined ? undefined : `verifier:${explanation.kind}`;
    return stopAtError('L2', error, { diagnostics: [diagnostic], topic });
  }
  if (!(error instanceof TseccError) || error.code === 'tool-missing') return { kind: 'broken', error };
  return stopAtError(attached ? 'L3' : 'L2', error, { topic: `run:${error.code}` });
}
