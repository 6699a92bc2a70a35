import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { readObject } from '../../core/object/read-object.js';
import type { BpfObject, ObjectProgram } from '../../core/object/types.js';
import { findProgram } from './find-program.js';
import { moveSections } from './move-sections.js';

/** A wish of the user: this program belongs to another section than its source says. */
export interface Attachment {
  readonly program: string;
  /** A section as in SEC(), for instance `kprobe/filename_unlinkat`. */
  readonly section: string;
}

/**
 * The object as if its source had named the wished sections: libbpf takes a program's type and target from there.
 * Throws `usage` for a program that the object has not, and for one whose section holds others that would move too.
 */
export function attachElsewhere(object: BpfObject, wishes: readonly Attachment[]): BpfObject {
  if (wishes.length === 0) return object;
  const targets = new Map<ObjectProgram, string>();
  for (const { program, section } of wishes) {
    targets.set(findProgram(object, program, `--attach ${program}=${section}`), section);
  }
  refuseSharedSections(object, targets);
  return readObject(moveSections(object, targets));
}

function refuseSharedSections(object: BpfObject, targets: ReadonlyMap<ObjectProgram, string>): void {
  for (const [program, section] of targets) {
    const left = object.programs.find(
      (other) => other.sectionIndex === program.sectionIndex && targets.get(other) !== section,
    );
    if (!left) continue;
    throw new TseccError(
      'usage',
      message`use --attach ${program.name}=${section}: program '${left.name}' stands in the same section and would move too`,
      { cure: message`add --attach ${left.name}=${section}` },
    );
  }
}
