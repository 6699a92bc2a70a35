import type { Check } from '../../core/doctor/types.js';
import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { parseSection } from '../../core/object/program-kinds.js';
import type { BpfObject, ObjectProgram } from '../../core/object/types.js';
import type { OpenedPackage } from '../../core/package/types.js';
import { missingFunction } from '../attach/missing-function.js';
import { missingHook } from '../attach/missing-hook.js';
import { missingTracepoint } from '../attach/missing-tracepoint.js';
import { attachPoint } from '../attach/plan.js';
import type { AttachPoint } from '../attach/types.js';
import { findPlace, type Obstacle } from '../configure/find-place.js';
import { readWishes, type ProgramWishes } from '../configure/wishes.js';
import { labCure } from '../kernel/lab-cure.js';
import { mountPoints } from '../kernel/mounts.js';
import { tryHelper } from './helpers.js';
import { kindTrials } from './kind-trials.js';
import { checkKind } from './kinds.js';
import { checkSources } from './sources.js';
import type { DoctorContext, Finding } from './types.js';

/**
 * What a package needs, and whether it is here: a check for each program that it attaches, and for each source of its
 * data. Nothing of it is loaded: what the verifier says of it shows when it is. Throws `package-invalid`.
 */
export function checkPackage(opened: OpenedPackage, context: DoctorContext): readonly Check[] {
  const wishes = readWishes(opened, {});
  const { object } = wishes;
  const programs = object.programs.filter(
    ({ name, section }) => parseSection(section).autoload && !wishes.unlinked.has(name),
  );
  return [
    ...programs.map((program): Check => ({
      id: `program:${program.name}`,
      title: program.name,
      ...checkProgram(program, wishes, context),
    })),
    ...checkSources(object, opened, context),
  ];
}

function checkProgram(program: ObjectProgram, wishes: ProgramWishes, context: DoctorContext): Finding {
  const { fallback, optional, alternative } = wishes.marks(program.name);
  const place = findPlace(program.name, [program.section, ...fallback], context.facts, []);
  if (place.section === undefined) {
    const spare = optional || alternative !== undefined;
    const found = explainObstacle(program, place.obstacle, wishes.object, context);
    return spare ? { ...found, state: 'limited' } : found;
  }
  const found = checkPlace(program, place.section, context);
  if (found.state !== 'ok' || !place.instead) return found;
  const { reason } = place.instead;
  return { state: 'limited', detail: message`falls back to ${place.section}: ${reason}` };
}

/** In the words that a run would say it with, where the kernel's names can be searched for the nearest. */
function explainObstacle(
  program: ObjectProgram,
  { reason, error }: Obstacle,
  object: BpfObject,
  context: DoctorContext,
): Finding {
  const said = error ?? nearestNames(program, object, context);
  if (said) return { state: 'missing', detail: said.phrases.message, cure: said.phrases.cure };
  return { state: 'missing', detail: reason, cure: labCure('kernel') };
}

function nearestNames(
  { name, section }: ObjectProgram,
  object: BpfObject,
  { kernel }: DoctorContext,
): TseccError | undefined {
  const point = attachPoint(name, section);
  const [tracefs = ''] = mountPoints(kernel, 'tracefs');
  if (byTracepoint.has(point.kind)) {
    return missingTracepoint(point, { kernel, points: [point], tracefs: () => tracefs }, undefined);
  }
  if (byFunction.has(point.kind)) return missingFunction(kernel, point, pointsOf(object), undefined);
  return missingHook(point, kernel, undefined);
}

const byTracepoint: ReadonlySet<string> = new Set(['tracepoint', 'raw_tp', 'raw_tp.w', 'tp_btf']);
const byFunction: ReadonlySet<string> = new Set(['kprobe', 'kretprobe', 'fentry', 'fexit', 'fmod_ret']);

/** Where the others belong: those that want the same function are moved together. */
function pointsOf(object: BpfObject): readonly AttachPoint[] {
  return object.programs.flatMap(({ name, section }) => {
    try {
      return [attachPoint(name, section)];
    } catch (error) {
      if (error instanceof TseccError) return [];
      throw error;
    }
  });
}

function checkPlace(program: ObjectProgram, section: string, context: DoctorContext): Finding {
  const { kind } = attachPoint(program.name, section);
  const found = checkKind(kind, context);
  if (found.state !== 'ok') return found;
  const { kernel } = context;
  const trial = kindTrials[kind];
  // What a program may call hangs on its type; what is bound to a type of the kernel cannot be tried without it.
  const lacking = trial?.target
    ? undefined
    : program.helpers.find((helper) => trial && tryHelper(kernel, { ...trial, helper }).answer === 'missing');
  if (lacking === undefined) return { state: 'ok', detail: section };
  return {
    state: 'missing',
    detail: message`load '${program.name}': kernel ${kernel.release} has no BPF helper number ${lacking}`,
    cure: labCure('newer kernel'),
  };
}
