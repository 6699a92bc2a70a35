import { readObject } from '../../core/object/read-object.js';
import type { BpfObject } from '../../core/object/types.js';
import { requireAgreement } from '../../core/package/agreement.js';
import type { OpenedPackage } from '../../core/package/types.js';
import { attachElsewhere, type Attachment } from './attach-elsewhere.js';
import { findProgram } from './find-program.js';
import { marksOf, type ProgramMarks } from './program-marks.js';
import { refuseStrangeNames } from './strange-names.js';

/** What package and user want of the programs, before the kernel is asked. */
export interface ProgramWishes {
  /** Programs that the user moves stand where he wants them. */
  readonly object: BpfObject;
  readonly marks: (program: string) => ProgramMarks;
  /** Programs that the manifest does not want to be attached; they are loaded. */
  readonly unlinked: ReadonlySet<string>;
  readonly disabled: ReadonlySet<string>;
  /** Whether any program may be left out. */
  readonly partial: boolean;
}

/** What the user says of the programs. */
export interface ProgramOptions {
  /** Programs that belong elsewhere than their sections say. */
  readonly attach?: readonly Attachment[] | undefined;
  /** Programs that are left alone. */
  readonly disable?: readonly string[] | undefined;
  readonly partial?: boolean | undefined;
}

/** Reads the wishes; throws `usage` for a program that the object has not, and `package-invalid` for a broken object, or a manifest that disagrees with it. */
export function readWishes({ object, manifest }: OpenedPackage, options: ProgramOptions): ProgramWishes {
  const { attach = [], disable = [], partial = false } = options;
  const read = readObject(object);
  requireAgreement(manifest, read);
  const moved = attachElsewhere(read, attach);
  refuseStrangeNames(moved);
  const marks = marksOf(manifest);
  const isMoved = (program: string): boolean => attach.some((wish) => wish.program === program);
  const unlinked = (manifest.meta.bpf_skel.progs ?? []).filter((program) => !program.link);
  return {
    object: moved,
    // Whom the user has put somewhere stays there.
    marks: (program) => (isMoved(program) ? { ...marks(program), fallback: [] } : marks(program)),
    unlinked: new Set(unlinked.map(({ name }) => name)),
    disabled: new Set(disable.map((program) => findProgram(moved, program, `--disable ${program}`).name)),
    partial,
  };
}
