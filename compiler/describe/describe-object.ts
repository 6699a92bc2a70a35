import type { Btf } from '../../core/btf/types.js';
import { typeName } from '../../core/btf/type-name.js';
import type { BpfObject, DataSection, DataVariable } from '../../core/object/types.js';
import { eunomiaVersion, packageFormat } from '../../core/package/limits.js';
import type { PackageMeta, SkeletonDataSection, SkeletonMap } from '../../core/package/types.js';
import { version } from '../../core/version.js';
import { dataMapIdent, dataMapName } from './data-map-name.js';

/** What a package says about its object: names and attach points as ecc writes them, from the object's bytes alone. */
export function describeObject(object: BpfObject, objectName: string): PackageMeta {
  return {
    bpf_skel: {
      obj_name: objectName,
      data_sections: describeData(object),
      maps: [
        ...object.maps.map(({ name }) => ({ name, ident: name })),
        ...object.dataSections.map((section) => describeDataMap(section, objectName)),
      ],
      progs: object.programs.map(({ name, section }) => ({ name, attach: section, link: true })),
    },
    export_types: [],
    eunomia_version: eunomiaVersion,
    tsecc: { format: packageFormat, version },
  };
}

// What bpf_printk's formats and other locals become is no variable of the program's.
const namedVariables = ({ variables }: DataSection): DataVariable[] =>
  variables.filter((variable) => !variable.static);

function describeData({ btf, dataSections }: BpfObject): SkeletonDataSection[] {
  if (!btf) return [];
  return dataSections
    .filter((section) => namedVariables(section).length > 0)
    .map((section) => ({
      name: section.name,
      variables: namedVariables(section).map((variable) => ({
        name: variable.name,
        type: cType(btf, variable),
      })),
    }));
}

const cType = (btf: Btf, { typeId }: DataVariable): string => typeName(btf, typeId);

// libbpf ≥ 1.0 lets user space map a section when it has a variable that is not static.
function describeDataMap(section: DataSection, objectName: string): SkeletonMap {
  const map = { name: dataMapName(objectName, section.name), ident: dataMapIdent(section.name) };
  return namedVariables(section).length > 0 ? { ...map, mmaped: true } : map;
}
