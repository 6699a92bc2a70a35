import type { Btf } from '../../core/btf/types.js';
import { plainTypeName, typeName } from '../../core/btf/type-name.js';
import { initialValue } from '../../core/object/initial-value.js';
import { parseSection } from '../../core/object/program-kinds.js';
import type { BpfObject, DataSection, ObjectMap, ObjectProgram } from '../../core/object/types.js';
import { lostSection } from '../../core/object/lost-counters.js';
import { packageFormat } from '../../core/package/limits.js';
import type {
  MapFacts,
  ProgramFacts,
  TseccMeta,
  TypeFacts,
  VariableFacts,
} from '../../core/package/types.js';
import { version } from '../../core/version.js';
import { typeText } from '../events/event-type.js';
import type { SourceFacts } from '../facts/read-facts.js';
import { bytesOf } from './describe-data.js';
import type { ResolvedTypes } from './resolve-types.js';

/** What a source says, and which of its types the object has. */
export interface Said {
  readonly facts: SourceFacts;
  readonly resolved: ResolvedTypes;
}

/**
 * Our own part of the manifest: what ecc's form has no place for, by the names of programs, maps, variables and types.
 * What there is nothing to say about is left out.
 */
export function describeOwn(object: BpfObject, said?: Said): TseccMeta {
  const { btf, programs, maps, dataSections } = object;
  const parts = {
    programs: byName(programs.map((program) => [program.name, programFacts(program, said)])),
    maps: byName(btf ? maps.map((map) => [map.name, mapFacts(btf, map, said)]) : []),
    variables: byName(btf ? dataSections.map((section) => [section.name, variableFacts(btf, section)]) : []),
    types: said ? typeFacts(said) : {},
  };
  return {
    format: packageFormat,
    version,
    ...Object.fromEntries(Object.entries(parts).filter(([, part]) => Object.keys(part).length > 0)),
  };
}

// A package with such a key is refused when it is opened: setting it on an object reaches its prototype.
const unsafeNames = new Set(['__proto__', 'constructor', 'prototype']);

function byName<Facts extends object>(
  entries: readonly (readonly [string, Facts])[],
): Readonly<Record<string, Facts>> {
  return Object.fromEntries(
    entries.filter(([name, facts]) => !unsafeNames.has(name) && Object.keys(facts).length > 0),
  );
}

function programFacts({ name, section, helpers }: ObjectProgram, said: Said | undefined): ProgramFacts {
  const { fallback, optional, alternative } = said?.facts.annotations.programs.get(name)?.own ?? {};
  return {
    kind: parseSection(section).kind,
    helpers,
    ...(fallback && { fallback }),
    ...(optional && { optional }),
    ...(alternative !== undefined && { alternative }),
  };
}

function mapFacts(btf: Btf, map: ObjectMap, said: Said | undefined): MapFacts {
  const events = said?.facts.buffers
    .filter((buffer) => buffer.map === map.name)
    .flatMap(({ types }) => types)
    .flatMap((type) => {
      const found = said.resolved.get(typeText(type));
      return found ? [{ type: typeText(type), btf_type_id: found.id }] : [];
    });
  return {
    ...(map.keyTypeId !== undefined && { key: typeName(btf, map.keyTypeId) }),
    ...(map.valueTypeId !== undefined && { value: typeName(btf, map.valueTypeId) }),
    ...(events && events.length > 0 && { events }),
  };
}

/** bpf_printk keeps its formats in variables of this name (bpf_helpers.h of libbpf); clang puts the function's name before. */
export const printkFormat = /(?:^|\.)____fmt(?:\.|$)/;

function variableFacts(btf: Btf, section: DataSection): Readonly<Record<string, VariableFacts>> {
  // Counters of lost records are for who reads buffers.
  if (section.name === lostSection) return {};
  return byName(
    section.variables
      .filter(({ name }) => !printkFormat.test(name))
      .map((variable) => {
        const initial =
          section.name === '.kconfig'
            ? undefined
            : initialValue(btf, variable.typeId, bytesOf(section, variable));
        return [
          variable.name,
          {
            type: plainTypeName(btf, variable.typeId),
            offset: variable.offset,
            size: variable.size,
            ...(initial !== undefined && { initial }),
            ...(variable.static && { static: true }),
          },
        ] as const;
      }),
  );
}

function typeFacts({ facts, resolved }: Said): Readonly<Record<string, TypeFacts>> {
  const types = new Map<string, (readonly [string, { format: string; enum_type_id?: number }])[]>();
  for (const [path, { own }] of facts.annotations.members) {
    if (own.format === undefined) continue;
    const dot = path.indexOf('.');
    const owner = types.get(path.slice(0, dot)) ?? [];
    const named = resolved.get(`enum ${own.format}`) ?? resolved.get(own.format);
    owner.push([path.slice(dot + 1), { format: own.format, ...(named && { enum_type_id: named.id }) }]);
    types.set(path.slice(0, dot), owner);
  }
  return byName([...types].map(([name, members]) => [name, { members: byName(members) }]));
}
