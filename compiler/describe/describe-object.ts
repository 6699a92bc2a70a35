import type { BpfObject } from '../../core/object/types.js';
import { eunomiaVersion } from '../../core/package/limits.js';
import type { PackageMeta, SkeletonMap } from '../../core/package/types.js';
import { typeText } from '../events/event-type.js';
import { describeData, describeDataMap } from './describe-data.js';
import { describeExports } from './describe-exports.js';
import { describeOwn, type Said } from './describe-own.js';

/**
 * What a package says about its object: names and attach points as ecc writes them from the object's bytes, and what
 * the source says beside them. An annotation never takes the place of what the object says.
 */
export function describeObject(object: BpfObject, objectName: string, said?: Said): PackageMeta {
  const { doc, programs, variables } = said?.facts.annotations ?? {};
  return {
    bpf_skel: {
      obj_name: objectName,
      ...(doc && { doc }),
      data_sections: describeData(object, variables),
      maps: [
        ...object.maps.map(({ name }) => describeMap(name, said)),
        ...object.dataSections.map((section) => describeDataMap(section, objectName)),
      ],
      progs: object.programs.map(({ name, section }) => ({
        ...programs?.get(name)?.manifest,
        name,
        attach: section,
        link: true,
      })),
    },
    export_types: said && object.btf ? describeExports(object.btf, said.facts.plan, said.resolved) : [],
    ...(said?.facts.plan.multiple && { enable_multiple_export_types: true }),
    eunomia_version: eunomiaVersion,
    tsecc: describeOwn(object, said),
  };
}

function describeMap(name: string, said: Said | undefined): SkeletonMap {
  const type = said?.facts.plan.configs.get(name);
  const found = type && said?.resolved.get(typeText(type));
  return {
    ...(found && { export_config: { btf_type_id: found.id } }),
    ...said?.facts.annotations.maps.get(name)?.manifest,
    name,
    ident: name,
  };
}
