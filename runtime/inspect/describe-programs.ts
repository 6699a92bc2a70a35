import { helperName } from '../../core/object/helper-table.js';
import { instructionSize } from '../../core/object/instructions.js';
import { parseSection } from '../../core/object/program-kinds.js';
import type { BpfObject, ObjectProgram } from '../../core/object/types.js';
import type { PackageManifest } from '../../core/package/types.js';
import { marksOf } from '../configure/program-marks.js';
import type { Place, ProgramDescription } from './types.js';

/** The programs of an object; of the manifest only what gives them other places, and leaves them out. */
export function describePrograms(
  { programs }: BpfObject,
  manifest: PackageManifest,
): readonly ProgramDescription[] {
  const marks = marksOf(manifest);
  const unlinked = new Set(
    (manifest.meta.bpf_skel.progs ?? []).flatMap(({ name, link }) => (link ? [] : [name])),
  );
  return programs.map((program) =>
    describeProgram(program, marks(program.name), !unlinked.has(program.name)),
  );
}

function describeProgram(
  { name, section, size, helpers, kernelFunctions }: ObjectProgram,
  { fallback, optional, alternative }: ReturnType<ReturnType<typeof marksOf>>,
  attached: boolean,
): ProgramDescription {
  const { kind, autoload, sleepable } = parseSection(section);
  return {
    name,
    section,
    kind,
    places: [section, ...fallback].map(placeOf),
    sleepable,
    loaded: autoload,
    attached,
    optional,
    alternative,
    instructions: size / instructionSize,
    helpers: helpers.map(helperName),
    kernelFunctions,
  };
}

/** The place that a section names. */
export function placeOf(section: string): Place {
  return { section, kind: parseSection(section).kind };
}
