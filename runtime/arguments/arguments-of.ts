import { TseccError } from '../../core/errors.js';
import { message, type Phrase } from '../../core/message.js';
import { typeName } from '../../core/btf/type-name.js';
import type { Btf } from '../../core/btf/types.js';
import type { BpfObject, DataSection, DataVariable } from '../../core/object/types.js';
import type { PackageMeta, SkeletonVariable } from '../../core/package/types.js';
import { eventType } from '../decode/event-type.js';
import { sourceOf } from '../decode/source.js';
import { decoderFor } from '../decode/decoder.js';
import { shapeOf } from '../../core/record/shape-of.js';
import { cellText } from '../render/cell-text.js';
import { readCommandArgument } from './command-argument.js';
import { isWritable, parseValue, ValueError } from './parse-value.js';
import type { ProgramArgument } from './types.js';
import type { Field, Shape } from '../../core/record/types.js';
import type { Value } from '../decode/types.js';

/** Sections whose variables user space sets. `.kconfig` is libbpf's to fill. */
const settable = /^\.(?:rodata|data|bss)(?:\.|$)/;

/** What ecc puts into an object to keep its event types alive. */
const eccDummy = '__eunomia_dummy';

/**
 * The arguments of a program: its global variables in the order of sections, those of constant structs by their members,
 * but static ones and those whose type cannot be written as text. The object says what there is; the manifest adds names, help and defaults (`cmdarg`,
 * `description`, `value`, as ecc has them). Throws TseccError `package-invalid` for a default that does not fit its
 * variable, and for two options of one name.
 */
export function argumentsOf(object: BpfObject, meta: PackageMeta): readonly ProgramArgument[] {
  const { btf } = object;
  if (!btf) return [];
  const described = describedVariables(meta);
  const found = object.dataSections
    .filter(({ name }) => settable.test(name))
    .flatMap((section) =>
      section.variables
        .filter((variable) => !variable.static && !variable.name.startsWith(eccDummy))
        .flatMap((variable) => {
          const about = described.get(`${section.name} ${variable.name}`);
          return makeArguments(btf, section, variable, about);
        }),
    );
  refuseTwins(found);
  return found;
}

function describedVariables(meta: PackageMeta): ReadonlyMap<string, SkeletonVariable> {
  const sections = meta.bpf_skel.data_sections ?? [];
  return new Map(
    sections.flatMap(({ name, variables }) =>
      variables.map((variable): [string, SkeletonVariable] => [`${name} ${variable.name}`, variable]),
    ),
  );
}

function makeArguments(
  btf: Btf,
  section: DataSection,
  { name: variable, typeId, offset, size }: DataVariable,
  about: SkeletonVariable | undefined,
): readonly ProgramArgument[] {
  const shape = shapeOf(btf, typeId);
  if (shape.size !== size || section.sectionIndex === undefined) return [];
  // A struct that programs write to is their own state; a constant one is there to be set.
  const isState = shape.kind === 'record' && !section.name.startsWith('.rodata') && !about?.cmdarg;
  if (isState) return [];
  const { name, short, help, fallback } = readCommandArgument(variable, about?.cmdarg);
  const place = { section: section.name, sectionIndex: section.sectionIndex, data: section.data };
  return argumentsIn(
    { place, littleEndian: btf.littleEndian },
    {
      name,
      short,
      variable,
      offset,
      shape,
      // That it is const and volatile is for the compiler, not for who sets it.
      type: typeName(btf, typeId).replaceAll(/\b(?:const|volatile) /g, ''),
      help: help ?? about?.description ?? undefined,
      fallback: fallback ?? about?.value,
    },
  );
}

/** Where variables lie. */
interface Surroundings {
  readonly place: {
    readonly section: string;
    readonly sectionIndex: number;
    /** The section's initial bytes. */
    readonly data: Uint8Array;
  };
  readonly littleEndian: boolean;
}

/** A variable, or a member of one, that may become an argument. */
interface Candidate extends Pick<
  ProgramArgument,
  'name' | 'short' | 'variable' | 'offset' | 'shape' | 'type' | 'help'
> {
  /** The default that the manifest names; any JSON. */
  readonly fallback: unknown;
}

/** The argument that a variable is, or those of a struct's members: `--cfg.port`. */
function argumentsIn(around: Surroundings, candidate: Candidate): readonly ProgramArgument[] {
  const { shape } = candidate;
  if (shape.kind === 'record') {
    return shape.fields.flatMap((field) => argumentsIn(around, memberOf(candidate, field)));
  }
  return isWritable(shape) ? [makeArgument(around, candidate)] : [];
}

function memberOf(candidate: Candidate, field: Field): Candidate {
  const { name, variable, offset, fallback } = candidate;
  const isObject = typeof fallback === 'object' && fallback !== null && Object.hasOwn(fallback, field.name);
  return {
    ...candidate,
    name: `${name}.${field.name}`,
    variable: `${variable}.${field.name}`,
    // The letter is the whole struct's, which has no text.
    short: undefined,
    offset: offset + field.offset,
    shape: field.shape,
    type: field.type,
    fallback: isObject ? Object.entries(fallback).find(([key]) => key === field.name)?.[1] : undefined,
  };
}

function makeArgument({ place, littleEndian }: Surroundings, candidate: Candidate): ProgramArgument {
  const { fallback, ...known } = candidate;
  const { variable, shape, offset } = known;
  const { section, sectionIndex, data } = place;
  const initial = data.subarray(offset, offset + shape.size);
  const preset = parseDefault(variable, shape, fallback, initial, littleEndian);
  return {
    ...known,
    section,
    sectionIndex,
    littleEndian,
    defaultText: valueText(shape, preset ?? initial, littleEndian),
    preset: preset && Buffer.compare(preset, initial) !== 0 ? preset : undefined,
  };
}

/** The bytes of a default of the manifest, which may be any JSON; undefined when it names none. */
function parseDefault(
  variable: string,
  shape: Shape,
  value: unknown,
  initial: Uint8Array,
  littleEndian: boolean,
): Uint8Array | undefined {
  if (value === undefined || value === null) return undefined;
  // JSON numbers beyond 2^53 were rounded when they were read: where the object's value rounds to it, that is meant.
  if (typeof value === 'number' && !Number.isSafeInteger(value) && shape.kind === 'integer') {
    if (Number(valueText(shape, initial, littleEndian)) === value) return undefined;
  }
  const text = defaultText(value);
  if (text === undefined)
    throw badDefault(variable, message`it is neither text nor a number, true or false, or a list of these`);
  try {
    return parseValue(shape, text, littleEndian);
  } catch (error) {
    if (error instanceof ValueError) throw badDefault(variable, error.phrase);
    throw error;
  }
}

function defaultText(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value).toString() : String(value);
  if (typeof value === 'string' || typeof value === 'boolean') return String(value);
  if (!Array.isArray(value)) return undefined;
  const parts = value.map((part: unknown) => (Array.isArray(part) ? undefined : defaultText(part)));
  return parts.includes(undefined) ? undefined : parts.join(',');
}

const badDefault = (variable: string, reason: Phrase): TseccError =>
  new TseccError('package-invalid', message`read default of variable '${variable}': ${reason}`);

function valueText(shape: Shape, bytes: Uint8Array, littleEndian: boolean): string {
  const type = eventType('value', littleEndian, shape);
  const value = decoderFor(type)(sourceOf(bytes), 0, bytes.length);
  if (value instanceof Error) return '';
  // As it would be written on the command line.
  if (shape.kind === 'array' && Array.isArray(value)) {
    return value.map((each: Value) => cellText(shape.element, each, 'program')).join(',');
  }
  return cellText(shape, value, 'program');
}

function refuseTwins(found: readonly ProgramArgument[]): void {
  const taken = new Map<string, string>();
  for (const { name, short, variable } of found) {
    for (const option of [`--${name}`, ...(short === undefined ? [] : [`-${short}`])]) {
      const other = taken.get(option);
      if (other !== undefined) {
        throw new TseccError(
          'package-invalid',
          message`read arguments: the variables '${other}' and '${variable}' are both set by ${option}`,
        );
      }
      taken.set(option, variable);
    }
  }
}
