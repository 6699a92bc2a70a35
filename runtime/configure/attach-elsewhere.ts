import { TseccError } from '../../core/errors.js';
import { nearest } from '../../core/nearest.js';
import { readObject } from '../../core/object/read-object.js';
import { renameSection } from '../../core/object/rename-section.js';
import type { BpfObject, ObjectProgram } from '../../core/object/types.js';

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
  for (const wish of wishes) targets.set(findProgram(object, wish), wish.section);
  refuseSharedSections(object, targets);
  let bytes = object.elf.bytes;
  // Sections keep their indices when they are renamed.
  const sections = new Map([...targets].map(([program, section]) => [program.sectionIndex, section]));
  for (const [index, section] of sections) bytes = renameSection(bytes, index, section);
  return readObject(bytes);
}

function findProgram(object: BpfObject, { program, section }: Attachment): ObjectProgram {
  const found = object.programs.find((candidate) => candidate.name === program);
  if (found) return found;
  const names = object.programs.map(({ name }) => name);
  const near = nearest(program, names, 1)[0];
  throw new TseccError(
    'usage',
    `use --attach ${program}=${section}: the package has no program '${program}'`,
    {
      cure: near === undefined ? `it has ${names.join(', ')}` : `did you mean ${near}?`,
    },
  );
}

function refuseSharedSections(object: BpfObject, targets: ReadonlyMap<ObjectProgram, string>): void {
  for (const [program, section] of targets) {
    const left = object.programs.find(
      (other) => other.sectionIndex === program.sectionIndex && targets.get(other) !== section,
    );
    if (!left) continue;
    throw new TseccError(
      'usage',
      `use --attach ${program.name}=${section}: program '${left.name}' stands in the same section and would move too`,
      { cure: `add --attach ${left.name}=${section}` },
    );
  }
}
