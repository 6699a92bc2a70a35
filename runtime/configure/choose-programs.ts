import { TseccError } from '../../core/errors.js';
import { message, type Phrase } from '../../core/message.js';
import type { BpfObject } from '../../core/object/types.js';
import { planAttachments } from '../attach/plan.js';
import type { AttachPoint } from '../attach/types.js';
import type { KernelFacts } from '../kernel/kernel-facts.js';
import { decidePrograms, isStoodFor, type Decision } from './decide.js';
import type { ProgramRefused } from './refusal.js';
import { reshapeObject } from './reshape-object.js';
import type { ProgramWishes } from './wishes.js';

/** Something that the user should know of what was chosen. */
export interface Note {
  readonly text: Phrase;
  /** True for what is only of interest when asked for. */
  readonly detail: boolean;
}

/** What is loaded and attached. */
export interface Choice {
  /** The object as if its source had said so. */
  readonly object: BpfObject;
  readonly points: readonly AttachPoint[];
  readonly notes: readonly Note[];
}

/**
 * Chooses which programs of an object are attached, and where, after what the kernel has and what it has refused so
 * far. An object without marks is given back as it is, and the kernel is not asked. Throws what planning throws, and
 * the reason for a program that the run cannot do without.
 */
export function choosePrograms(
  wishes: ProgramWishes,
  kernel: KernelFacts,
  refusals: readonly ProgramRefused[],
): Choice {
  const decisions = decidePrograms(wishes, kernel, refusals);
  const object = reshapeObject(wishes, decisions, refusals);
  const attached = new Set(
    decisions.flatMap(({ kind, program }) => (kind === 'attach' ? [program.name] : [])),
  );
  refuseNothing(decisions, attached);
  const points = planAttachments(object.programs.filter(({ name }) => attached.has(name)));
  const notes = decisions.flatMap((decision) => noteOf(decision, decisions, wishes));
  return { object, points, notes };
}

function refuseNothing(decisions: readonly Decision[], attached: ReadonlySet<string>): void {
  if (decisions.length === 0 || attached.size > 0) return;
  throw new TseccError('usage', message`run package: --disable leaves no program`, {
    cure: message`it has ${decisions.map(({ program }) => program.name).join(', ')}`,
  });
}

function noteOf(decision: Decision, decisions: readonly Decision[], wishes: ProgramWishes): readonly Note[] {
  const { program, kind } = decision;
  if (kind === 'leave out') {
    const detail = !decision.obstacle || isStoodFor(decision, decisions, wishes);
    return [{ text: message`left out '${program.name}': ${decision.reason}`, detail }];
  }
  if (!decision.instead) return [];
  const text = message`'${program.name}' falls back to ${decision.section}: ${decision.instead.reason}`;
  return [{ text, detail: true }];
}
