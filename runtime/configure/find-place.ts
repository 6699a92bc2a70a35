import { TseccError } from '../../core/errors.js';
import { attachPoint } from '../attach/plan.js';
import type { KernelFacts } from '../kernel/kernel-facts.js';
import { describeLack } from './describe-lack.js';
import type { ProgramRefused } from './refusal.js';
import { message, type Phrase } from '../../core/message.js';

/** Why a program cannot stand at a section. */
export interface Obstacle {
  /** For a line that tells what was left out. */
  readonly reason: Phrase;
  /** What somebody has said of it already, with its cure; undefined where only the kernel was looked at. */
  readonly error: TseccError | undefined;
}

/**
 * Where a program is attached, and why not at the first of its sections; or why nowhere: what the kernel said where it was
 * tried, else what stands against the first.
 */
export type Place =
  | { readonly section: string; readonly instead: Obstacle | undefined }
  | { readonly section: undefined; readonly obstacle: Obstacle };

/** Finds the first of the sections at which a program can be attached, as far as can be told before trying. */
export function findPlace(
  program: string,
  sections: readonly [string, ...string[]],
  kernel: KernelFacts,
  refusals: readonly ProgramRefused[],
): Place {
  const [first, ...others] = sections;
  const obstacle = obstacleAt(program, first, kernel, refusals);
  if (!obstacle) return { section: first, instead: undefined };
  const section = others.find((other) => !obstacleAt(program, other, kernel, refusals));
  if (section !== undefined) return { section, instead: obstacle };
  const refused = refusals.find(
    (refusal) => refusal.program === program && sections.includes(refusal.section),
  );
  return { section, obstacle: refused ? obstacleOf(refused.reason) : obstacle };
}

function obstacleAt(
  program: string,
  section: string,
  kernel: KernelFacts,
  refusals: readonly ProgramRefused[],
): Obstacle | undefined {
  const refused = refusals.find((refusal) => refusal.program === program && refusal.section === section);
  const error = refused?.reason ?? planFailure(program, section);
  if (error) return obstacleOf(error);
  const lack = describeLack(section, kernel);
  return lack === undefined
    ? undefined
    : { reason: message`kernel ${kernel.release} ${lack}`, error: undefined };
}

function obstacleOf(error: TseccError): Obstacle {
  return { reason: error.phrases.message, error };
}

/** A section that libbpf does not know, or of a kind that this version cannot attach. */
function planFailure(program: string, section: string): TseccError | undefined {
  try {
    attachPoint(program, section);
    return undefined;
  } catch (error) {
    if (error instanceof TseccError) return error;
    throw error;
  }
}
