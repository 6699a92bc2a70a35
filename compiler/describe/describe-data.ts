import type { Btf } from '../../core/btf/types.js';
import { plainTypeName } from '../../core/btf/type-name.js';
import { initialValue } from '../../core/object/initial-value.js';
import type { BpfObject, DataSection, DataVariable } from '../../core/object/types.js';
import type { SkeletonDataSection, SkeletonMap, SkeletonVariable } from '../../core/package/types.js';
import type { Annotations } from '../annotations/read-annotations.js';
import { dataMapIdent, dataMapName } from '../../core/object/data-map-name.js';

/** The bytes of a variable in its section. */
export function bytesOf({ data }: DataSection, { offset, size }: DataVariable): Uint8Array {
  return data.subarray(offset, offset + size);
}

// What bpf_printk's formats and other locals become is no variable of the program's (codegen_datasec_def of bpftool).
const namedVariables = ({ variables }: DataSection): DataVariable[] =>
  variables.filter((variable) => !variable.static);

/** The sections of variables as ecc lists them, with what the author says about each variable. */
export function describeData(
  { btf, dataSections }: BpfObject,
  annotations: ReadonlyMap<string, Annotations> = new Map(),
): SkeletonDataSection[] {
  if (!btf) return [];
  return dataSections
    .filter((section) => namedVariables(section).length > 0)
    .map((section) => ({
      name: section.name,
      variables: namedVariables(section).map((variable) =>
        describeVariable(btf, section, variable, annotations.get(variable.name)?.manifest ?? {}),
      ),
    }));
}

function describeVariable(
  btf: Btf,
  section: DataSection,
  variable: DataVariable,
  said: Annotations['manifest'],
): SkeletonVariable {
  // Without qualifiers: ecli looks for `bool` and `char[`, and sets no value of a type that it does not know.
  const described = { ...said, name: variable.name, type: plainTypeName(btf, variable.typeId) };
  return setsItself(btf, section, variable, described) ? { ...described, value: true } : described;
}

/**
 * ecli sets each bool that the manifest says nothing about to false, whatever the object has; variables of other types
 * keep what the object has (arg_parser.rs of eunomia-bpf 1.0). So a bool that begins as true is the one that has to
 * say so.
 */
function setsItself(
  btf: Btf,
  section: DataSection,
  variable: DataVariable,
  { type, value, cmdarg }: SkeletonVariable,
): boolean {
  if (type !== 'bool' || value !== undefined) return false;
  if (typeof cmdarg === 'object' && cmdarg !== null && 'default' in cmdarg) return false;
  return initialValue(btf, variable.typeId, bytesOf(section, variable)) === true;
}

/** The map that libbpf makes of a section; user space may map one with a variable that is not static (libbpf ≥ 1.0). */
export function describeDataMap(section: DataSection, objectName: string): SkeletonMap {
  const map = { name: dataMapName(objectName, section.name), ident: dataMapIdent(section.name) };
  return namedVariables(section).length > 0 ? { ...map, mmaped: true } : map;
}
