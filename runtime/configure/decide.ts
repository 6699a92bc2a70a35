import { TseccError } from '../../core/errors.js';
import { message, type Phrase } from '../../core/message.js';
import { parseSection } from '../../core/object/program-kinds.js';
import type { ObjectProgram } from '../../core/object/types.js';
import type { KernelFacts } from '../kernel/kernel-facts.js';
import { findPlace, type Obstacle } from './find-place.js';
import type { ProgramRefused } from './refusal.js';
import type { ProgramWishes } from './wishes.js';
import { labCure } from '../kernel/lab-cure.js';

/** What becomes of a program. */
export type Decision =
  | {
      readonly kind: 'attach';
      readonly program: ObjectProgram;
      readonly section: string;
      /** Why it is not where its source says. */
      readonly instead: Obstacle | undefined;
    }
  /** It is left out as nothing can be done, `obstacle`, or as nothing is to be done: the user or another program says so. */
  | {
      readonly kind: 'leave out';
      readonly program: ObjectProgram;
      readonly obstacle: Obstacle | undefined;
      readonly reason: Phrase;
    };

type LeftOut = Extract<Decision, { kind: 'leave out' }>;

/**
 * Decides for each program that is to be attached. The kernel is only asked for programs that the package or
 * `--partial` lets give way. Throws the reason for a program that the run cannot do without, unless attaching it says it better.
 */
export function decidePrograms(
  wishes: ProgramWishes,
  kernel: KernelFacts,
  refusals: readonly ProgramRefused[],
): readonly Decision[] {
  const candidates = wishes.object.programs.filter(
    ({ name, section }) => parseSection(section).autoload && !wishes.unlinked.has(name),
  );
  const decisions: Decision[] = [];
  for (const program of candidates) decisions.push(decide(program, decisions, wishes, kernel, refusals));
  const needed = neededAfterAll(decisions, wishes);
  return decisions.map((decision) => (decision === needed ? insistOn(needed, wishes) : decision));
}

/** `before` is what was decided of the programs that stand before this one. */
function decide(
  program: ObjectProgram,
  before: readonly Decision[],
  wishes: ProgramWishes,
  kernel: KernelFacts,
  refusals: readonly ProgramRefused[],
): Decision {
  const { name, section } = program;
  const { fallback, optional, alternative } = wishes.marks(name);
  const leave = (reason: Phrase, obstacle?: Obstacle): Decision => ({
    kind: 'leave out',
    program,
    obstacle,
    reason,
  });
  if (wishes.disabled.has(name)) return leave(message`--disable says so`);
  if (!mayGiveWay(wishes, name)) return { kind: 'attach', program, section, instead: undefined };
  const chosen =
    alternative === undefined ? undefined : before.find((other) => isChosen(other, alternative, wishes));
  if (chosen) return leave(message`'${chosen.program.name}' stands for it`);
  const place = findPlace(name, [section, ...fallback], kernel, refusals);
  if (place.section !== undefined) {
    return { kind: 'attach', program, section: place.section, instead: place.instead };
  }
  const left = {
    kind: 'leave out',
    program,
    obstacle: place.obstacle,
    reason: place.obstacle.reason,
  } as const;
  return optional || wishes.partial || alternative !== undefined ? left : insistOn(left, wishes);
}

/** Whether another program is attached in the place of this one. */
export function isStoodFor(
  { program }: Decision,
  decisions: readonly Decision[],
  wishes: ProgramWishes,
): boolean {
  const { alternative } = wishes.marks(program.name);
  return alternative !== undefined && decisions.some((other) => isChosen(other, alternative, wishes));
}

/** Whether anything else can be done about a program than to attach it where its source says. */
export function mayGiveWay(wishes: ProgramWishes, program: string): boolean {
  const { fallback, optional, alternative } = wishes.marks(program);
  return wishes.partial || optional || alternative !== undefined || fallback.length > 0;
}

/** Whether this decision attaches a program of the alternative. */
function isChosen(decision: Decision, alternative: string, { marks }: ProgramWishes): boolean {
  return decision.kind === 'attach' && marks(decision.program.name).alternative === alternative;
}

/**
 * A program that was left out although it cannot be: the first of an alternative of which none can be attached, or
 * the first of all when nothing else is left.
 */
function neededAfterAll(decisions: readonly Decision[], wishes: ProgramWishes): LeftOut | undefined {
  const unable = decisions.flatMap((decision) =>
    decision.kind === 'leave out' && decision.obstacle ? [decision] : [],
  );
  const alone = unable.find((decision) => {
    const { alternative, optional } = wishes.marks(decision.program.name);
    const isNeeded = alternative !== undefined && !optional && !wishes.partial;
    return isNeeded && !isStoodFor(decision, decisions, wishes);
  });
  return alone ?? (decisions.some(({ kind }) => kind === 'attach') ? undefined : unable[0]);
}

/** Attaching where the source says then gives the kernel's own answer, with the nearest names. */
function insistOn({ program, obstacle }: LeftOut, wishes: ProgramWishes): Decision {
  if (obstacle?.error) throw obstacle.error;
  const { fallback } = wishes.marks(program.name);
  if (fallback.length === 0) return { kind: 'attach', program, section: program.section, instead: undefined };
  const tried = fallback.join(', ');
  throw new TseccError(
    'kernel-cannot',
    message`attach '${program.name}' to ${program.section}: ${obstacle?.reason ?? message`it is not there`}, and no place for ${tried} either`,
    { cure: labCure('kernel', message`name another place: --attach ${program.name}=SECTION`) },
  );
}
