import { typeName } from '../../core/btf/type-name.js';
import { dataMapName } from '../../core/object/data-map-name.js';
import { readStructOps } from '../../core/object/struct-ops.js';
import type { BpfObject, DataSection, ObjectMap } from '../../core/object/types.js';
import { mapTypeName, variablesType } from './map-types.js';
import type { MapDescription } from './types.js';

/** LIBBPF_PIN_BY_NAME of bpf_helpers.h, and where libbpf pins such maps. */
const pinByName = 1;
const pinDirectory = '/sys/fs/bpf';

// linux/bpf.h
const BPF_F_RDONLY_PROG = 1 << 7;
const BPF_F_MMAPABLE = 1 << 10;
const BPF_MAP_TYPE_STRUCT_OPS = 26;

/** The maps that the object defines, then those that libbpf makes of its sections of variables and structs of functions. */
export function describeMaps(object: BpfObject, objectName: string): readonly MapDescription[] {
  return [
    ...object.maps.map((map) => describeMap(object, map)),
    ...object.dataSections
      // An empty section is no map (bpf_object__init_global_data_maps of libbpf).
      .filter(({ size }) => size > 0)
      .map((section) => describeSection(section, objectName)),
    ...readStructOps(object).map(({ name, data }) => ({
      ...{ name, section: undefined, type: mapTypeName(BPF_MAP_TYPE_STRUCT_OPS), keySize: 4 },
      ...{ valueSize: data.length, maxEntries: 1, flags: 0 },
      ...{ key: undefined, value: undefined, pinned: undefined },
    })),
  ];
}

function describeMap({ btf }: BpfObject, map: ObjectMap): MapDescription {
  const { name, keyTypeId, valueTypeId, pinning } = map;
  const spell = (id: number | undefined) => (btf && id !== undefined ? typeName(btf, id) : undefined);
  return {
    name,
    section: undefined,
    type: mapTypeName(map.type),
    keySize: map.keySize,
    valueSize: map.valueSize,
    maxEntries: map.maxEntries,
    flags: map.flags,
    key: spell(keyTypeId),
    value: spell(valueTypeId),
    pinned: pinning === pinByName ? `${pinDirectory}/${name}` : undefined,
  };
}

function describeSection({ name, size, variables }: DataSection, objectName: string): MapDescription {
  const readOnly = name.startsWith('.rodata') || name === '.kconfig';
  const mappable = variables.some((variable) => !variable.static);
  return {
    name: dataMapName(objectName, name),
    section: name,
    type: mapTypeName(variablesType),
    keySize: 4,
    valueSize: size,
    maxEntries: 1,
    flags: (readOnly ? BPF_F_RDONLY_PROG : 0) | (mappable ? BPF_F_MMAPABLE : 0),
    key: undefined,
    value: undefined,
    pinned: undefined,
  };
}
