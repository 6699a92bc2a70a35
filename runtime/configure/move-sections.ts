import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { renameSection } from '../../core/object/rename-section.js';
import type { BpfObject, ObjectProgram } from '../../core/object/types.js';
import { unusedSpelling } from './unused-spelling.js';

/**
 * The object's bytes as if its source had named the wished sections: libbpf takes a program's type and target from
 * there. All programs of a section move with it. Throws `usage` where two sections would get one name.
 */
export function moveSections(object: BpfObject, targets: ReadonlyMap<ObjectProgram, string>): Uint8Array {
  let bytes = object.elf.bytes;
  // Sections keep their indices when they are renamed.
  const moving = new Map([...targets].map(([program, section]) => [program.sectionIndex, section]));
  const used = new Set(
    object.programs.filter(({ sectionIndex }) => !moving.has(sectionIndex)).map((program) => program.section),
  );
  for (const [index, section] of moving) {
    const spelling = unusedSpelling(section, used);
    if (spelling === undefined) throw nameTaken(section);
    used.add(spelling);
    bytes = renameSection(bytes, index, spelling);
  }
  return bytes;
}

function nameTaken(section: string): TseccError {
  return new TseccError(
    'usage',
    message`move programs to ${section}: an object can have one section of this name`,
    {
      cure: message`put them into one section, by the same SEC() in the source`,
    },
  );
}
