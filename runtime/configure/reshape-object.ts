import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { dropSection } from '../../core/object/drop-section.js';
import { parseSection } from '../../core/object/program-kinds.js';
import { readObject } from '../../core/object/read-object.js';
import type { BpfObject, ObjectProgram } from '../../core/object/types.js';
import type { Decision } from './decide.js';
import { moveSections } from './move-sections.js';
import type { ProgramRefused } from './refusal.js';
import type { ProgramWishes } from './wishes.js';

/**
 * The object with programs moved to where they were decided to be, and without the sections of which nothing is
 * wanted; itself where nothing changes. Throws what stands against it, as a section moves and stays as a whole.
 */
export function reshapeObject(
  wishes: ProgramWishes,
  decisions: readonly Decision[],
  refusals: readonly ProgramRefused[],
): BpfObject {
  const { object } = wishes;
  const moves = movesOf(decisions);
  const unwanted = unwantedSections(wishes, decisions);
  refuseToDrag(decisions, unwanted, refusals);
  if (moves.size === 0 && unwanted.size === 0) return object;
  let bytes = moveSections(object, moves);
  for (const index of unwanted) bytes = dropSection(bytes, index);
  return readObject(bytes);
}

function movesOf(decisions: readonly Decision[]): ReadonlyMap<ObjectProgram, string> {
  const attached = decisions.flatMap((decision) => (decision.kind === 'attach' ? [decision] : []));
  const moved = attached.filter(({ program, section }) => section !== program.section);
  for (const { program, section } of moved) {
    const other = attached.find(
      (each) => each.program.sectionIndex === program.sectionIndex && each.section !== section,
    );
    if (!other) continue;
    throw new TseccError(
      'kernel-cannot',
      message`move '${program.name}' to its fallback ${section}: program '${other.program.name}' stands in the same section and would move too`,
      {
        cure: message`give both the same @fallback in the source; or --attach ${program.name}=${section} --attach ${other.program.name}=${section}`,
      },
    );
  }
  return new Map(moved.map(({ program, section }) => [program, section]));
}

/** Sections of which no program is to be loaded. */
function unwantedSections(wishes: ProgramWishes, decisions: readonly Decision[]): ReadonlySet<number> {
  const left = new Set(decisions.flatMap(({ kind, program }) => (kind === 'attach' ? [] : [program])));
  const isLoaded = (program: ObjectProgram): boolean =>
    parseSection(program.section).autoload && !left.has(program) && !isDisabled(program, wishes);
  const { programs } = wishes.object;
  const loaded = new Set(programs.filter(isLoaded).map(({ sectionIndex }) => sectionIndex));
  return new Set(programs.map(({ sectionIndex }) => sectionIndex).filter((index) => !loaded.has(index)));
}

function isDisabled({ name }: ObjectProgram, { disabled }: ProgramWishes): boolean {
  return disabled.has(name);
}

/** A program that the verifier refuses cannot be left out of a section that others need: libbpf loads all of it. */
function refuseToDrag(
  decisions: readonly Decision[],
  unwanted: ReadonlySet<number>,
  refusals: readonly ProgramRefused[],
): void {
  for (const { kind, program } of decisions) {
    const refusal = refusals.find(({ program: name, stage }) => name === program.name && stage === 'load');
    if (kind === 'attach' || !refusal || unwanted.has(program.sectionIndex)) continue;
    throw new TseccError(refusal.reason.code, refusal.reason.message, {
      cure: message`it could be left out if it had a section of its own: others stand in ${program.section}`,
      cause: refusal.reason,
      log: refusal.reason.log,
    });
  }
}
