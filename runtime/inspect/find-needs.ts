import { readBtfExt } from '../../core/btf/read-btf-ext.js';
import { codeFeatures, featuresOf } from '../../core/object/code-features.js';
import { codeSections } from '../../core/object/functions.js';
import { helperOf } from '../../core/object/helper-table.js';
import { compareVersions, type LinuxVersion } from '../../core/object/linux-version.js';
import type { BpfObject } from '../../core/object/types.js';
import { sectionSince, sleepableSince } from '../kernel/kind-versions.js';
import { kernelFunctionSince } from './kernel-function-versions.js';
import { mapTypeSince } from './map-types.js';
import type { MapDescription, Needs, ProgramDescription, Reason } from './types.js';

/** Linux had no BPF maps and programs before: what a package without any other wish needs. */
const first: LinuxVersion = '3.19';

/** The Linux whose maps are global variables (BPF_PSEUDO_MAP_VALUE), and the one that shows its types. */
const variablesSince: LinuxVersion = '5.2';
const typesSince: LinuxVersion = '5.4';

/** Kinds whose programs are bound to a type of the kernel. */
const typedKinds: ReadonlySet<string> = new Set([
  'tp_btf',
  'fentry',
  'fexit',
  'fmod_ret',
  'freplace',
  'lsm',
  'lsm_cgroup',
  'iter',
  'struct_ops',
]);

/**
 * What a package needs of the kernel, and why. Of a program with several places the oldest counts; one that may be
 * left out asks for nothing, and of alternatives the one that asks for least.
 */
export function findNeeds(
  object: BpfObject,
  programs: readonly ProgramDescription[],
  maps: readonly MapDescription[],
): Needs {
  const wanted = programs.filter(({ loaded, optional }) => loaded && !optional);
  const needed = withoutNewerAlternatives(wanted, object);
  const reasons = [
    ...needed.flatMap((program) => programReasons(program, object)),
    ...maps.flatMap((map) => mapReasons(map)),
    ...codeReasons(object, needed),
    ...typeReasons(needed, relocationsOf(object)),
  ];
  const merged = mergeReasons(reasons).toSorted((a, b) => compareVersions(b.linux, a.linux));
  return {
    linux: merged[0]?.linux ?? first,
    reasons: merged,
    relocations: relocationsOf(object),
    kernelTypes: merged.some((reason) => reason.for === 'types'),
  };
}

function withoutNewerAlternatives(
  programs: readonly ProgramDescription[],
  object: BpfObject,
): readonly ProgramDescription[] {
  const newestOf = (program: ProgramDescription): LinuxVersion =>
    programReasons(program, object)
      .map(({ linux }) => linux)
      .toSorted(compareVersions)
      .at(-1) ?? first;
  const easiest = new Map<string, ProgramDescription>();
  for (const program of programs) {
    if (program.alternative === undefined) continue;
    const other = easiest.get(program.alternative);
    if (!other || compareVersions(newestOf(program), newestOf(other)) < 0) {
      easiest.set(program.alternative, program);
    }
  }
  return programs.filter(
    (program) => program.alternative === undefined || easiest.get(program.alternative) === program,
  );
}

function programReasons(program: ProgramDescription, { programs }: BpfObject): readonly Reason[] {
  const of = [program.name];
  const helpers = programs.find(({ name }) => name === program.name)?.helpers ?? [];
  const sleeps = program.sleepable && program.places.length === 1;
  return [
    ...placeReasons(program),
    ...(sleeps
      ? [{ linux: sleepableSince(program.kind), for: 'sleepable', what: program.section, of } as const]
      : []),
    ...helpers.flatMap((id): readonly Reason[] => {
      const helper = helperOf(id);
      return helper ? [{ linux: helper.since, for: 'helper', what: helper.name, of }] : [];
    }),
    ...program.kernelFunctions.map((name): Reason => ({
      ...{ linux: kernelFunctionSince(name), for: 'kernel function', what: name, of },
    })),
  ];
}

/** Of several places the one that the oldest kernel has. */
function placeReasons({ name, places }: ProgramDescription): readonly Reason[] {
  const known = places.flatMap(({ section, kind }) => {
    const linux = sectionSince(section);
    return linux === undefined ? [] : [{ linux, kind }];
  });
  const [oldest] = known.toSorted((a, b) => compareVersions(a.linux, b.linux));
  return oldest ? [{ linux: oldest.linux, for: 'kind', what: oldest.kind, of: [name] }] : [];
}

function mapReasons({ name, type, section }: MapDescription): readonly Reason[] {
  if (section !== undefined) return [{ linux: variablesSince, for: 'variables', what: section, of: [name] }];
  const linux = mapTypeSince(type);
  return linux === undefined ? [] : [{ linux, for: 'map', what: type, of: [name] }];
}

function codeReasons({ elf }: BpfObject, programs: readonly ProgramDescription[]): readonly Reason[] {
  // Programs call functions of .text; their own stand beside them.
  const used = new Set(['.text', ...programs.map(({ section }) => section)]);
  const sections = codeSections(elf).filter(({ name }) => used.has(name));
  return sections.flatMap(({ name, data }) =>
    [...featuresOf(data, elf.littleEndian)].map((feature): Reason => ({
      ...{ linux: codeFeatures[feature], for: 'code', what: feature, of: [name] },
    })),
  );
}

function typeReasons(programs: readonly ProgramDescription[], relocations: number): readonly Reason[] {
  const typed = programs
    .filter(
      ({ places, kernelFunctions }) =>
        kernelFunctions.length > 0 || places.every(({ kind }) => typedKinds.has(kind)),
    )
    .map(({ name }) => name);
  if (typed.length === 0 && relocations === 0) return [];
  return [{ linux: typesSince, for: 'types', what: 'BTF', of: typed }];
}

function relocationsOf({ elf, btf }: BpfObject): number {
  const section = elf.sections.find(({ name }) => name === '.BTF.ext');
  return btf && section ? readBtfExt(section.data, btf).relocatedTypes.length : 0;
}

/** One reason for all programs that share it. */
function mergeReasons(reasons: readonly Reason[]): readonly Reason[] {
  const merged = new Map<string, Reason>();
  for (const reason of reasons) {
    const key = `${reason.for} ${reason.what}`;
    const known = merged.get(key);
    merged.set(key, known ? { ...known, of: [...new Set([...known.of, ...reason.of])] } : reason);
  }
  return [...merged.values()];
}
