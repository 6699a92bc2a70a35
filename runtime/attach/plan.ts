import { TseccError } from '../../core/errors.js';
import { message, type Phrase } from '../../core/message.js';
import { parseSection, type ParsedSection } from '../../core/object/program-kinds.js';
import type { ObjectProgram } from '../../core/object/types.js';
import { attachers } from './table.js';
import type { AttachKind, AttachPoint } from './types.js';
import { unattachable } from './unattachable.js';

/**
 * Where the programs of an object belong, in their order, before anything is loaded. Programs that libbpf does not
 * load by itself (SEC("?…")) are left out. Throws `attach-failed` for a section that is unknown, incomplete or of a
 * kind that this version cannot attach, and `package-invalid` when nothing is left.
 */
export function planAttachments(programs: readonly ObjectProgram[]): readonly AttachPoint[] {
  const points = programs
    .map((program) => ({ program, section: parseSection(program.section) }))
    .filter(({ section }) => section.autoload)
    .map(({ program, section }) => pointOf(program.name, section));
  if (points.length > 0) return points;
  throw new TseccError('package-invalid', message`run package: its object has no program that is loaded`, {
    cure: message`give a function a section, such as SEC("kprobe/do_unlinkat")`,
  });
}

/** Where one program belongs, by its section; throws `attach-failed` as {@link planAttachments} does. */
export function attachPoint(program: string, section: string): AttachPoint {
  return pointOf(program, parseSection(section));
}

function pointOf(program: string, section: ParsedSection): AttachPoint {
  if (section.kind === 'incomplete' || section.kind === 'unknown') {
    const cure = message`give it another place: --attach ${program}=SECTION`;
    throw cannotAttach(program, section.section, section.reason, cure);
  }
  const { kind, target } = section;
  const refused = unattachable(kind, section.section);
  if (refused) throw cannotAttach(program, section.section, refused.reason, refused.cure);
  if (!isAttachKind(kind)) {
    throw cannotAttach(
      program,
      section.section,
      message`this version of tsecli cannot attach ${kind} programs`,
    );
  }
  return {
    program,
    section: section.section,
    kind,
    target: target ?? '',
    offset: 'offset' in section ? section.offset : 0,
  };
}

function isAttachKind(kind: string): kind is AttachKind {
  return Object.hasOwn(attachers, kind);
}

function cannotAttach(
  program: string,
  section: string,
  reason: Phrase,
  cure: Phrase = message`it attaches ${Object.keys(attachers).join(', ')}`,
): TseccError {
  return new TseccError('attach-failed', message`attach '${program}' to ${section}: ${reason}`, { cure });
}
