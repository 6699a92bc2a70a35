import { skipQualifiers } from '../../core/btf/resolve.js';
import type { Btf } from '../../core/btf/types.js';
import type { BpfObject, ObjectMap } from '../../core/object/types.js';
import type { PackageMeta } from '../../core/package/types.js';
import { typeName } from '../../core/btf/type-name.js';
import { formatsOf } from '../../core/package/type-formats.js';
import { shapeOf } from './shape-of.js';
import type { RecordShape, Shape } from './types.js';

/** What a map sends to tsecli's output: records of some types, or what is made of its records or entries. */
export type StreamFacts =
  | { readonly map: string; readonly kind: 'records'; readonly records: readonly RecordShape[] }
  | { readonly map: string; readonly kind: 'histograms' }
  | { readonly map: string; readonly kind: 'stacks' };

/** Types of a map's key and value, as a sample shows them. */
export interface EntryShape {
  readonly key: Shape;
  readonly value: Shape;
}

/** BPF_MAP_TYPE_PERF_EVENT_ARRAY and BPF_MAP_TYPE_RINGBUF of include/uapi/linux/bpf.h. */
const bufferTypes = new Set([4, 27]);
/** Maps with a value for each processor: PERCPU_HASH, PERCPU_ARRAY, LRU_PERCPU_HASH, PERCPU_CGROUP_STORAGE. */
const perCpuTypes = new Set([5, 6, 10, 21]);

/** Whether records are sent through a map: it has no entries. */
export const isBuffer = ({ type }: ObjectMap): boolean => bufferTypes.has(type);

/** What a package prints, in the order of its maps: as tsecli plans its sources. */
export function streamsOf(object: BpfObject, meta: PackageMeta): readonly StreamFacts[] {
  const { btf } = object;
  return object.maps.flatMap((map): StreamFacts[] => {
    const settings = meta.bpf_skel.maps?.find(({ name }) => name === map.name);
    if (settings?.export_config === 'no_export') return [];
    if (isBuffer(map)) {
      const interpreter =
        field(settings?.intepreter, 'stack_trace') ?? field(settings?.['interpreter'], 'stack_trace');
      if (interpreter !== undefined) return [{ map: map.name, kind: 'stacks' }];
      return [{ map: map.name, kind: 'records', records: btf ? recordsOf(btf, meta, map) : [rawRecord] }];
    }
    const type = field(settings?.sample, 'type') ?? 'default_kv';
    if (field(settings?.sample, 'interval') === undefined) return [];
    if (type !== 'default_kv') return [{ map: map.name, kind: 'histograms' }];
    const { key, value } = entryOf(btf, meta, map);
    const fields = [named('key', key), named('value', value)];
    return [{ map: map.name, kind: 'records', records: [{ ...rawRecord, fields }] }];
  });
}

/** The types of a map's entries. Bytes without a type are shown in hex. */
export function entryOf(btf: Btf | undefined, meta: PackageMeta, map: ObjectMap): EntryShape {
  const shape = (id: number | undefined): Shape =>
    btf && id !== undefined ? shapeOf(btf, id, formatsOf(btf, id, meta.tsecc?.types), { whole: true }) : raw;
  const value = shape(map.valueTypeId);
  return { key: shape(map.keyTypeId), value: perCpuTypes.has(map.type) ? ofAllCpus(value) : value };
}

/** Numbers of all processors are added up; of anything else there is an array. */
function ofAllCpus(value: Shape): Shape {
  if (value.kind === 'integer' && value.size !== 16) return { kind: 'integer', size: 8 };
  return { kind: 'array', size: 0, element: value, length: undefined, open: true };
}

const raw: Shape = { kind: 'formatted', size: 0 };
const rawRecord: RecordShape = {
  kind: 'record',
  size: 0,
  name: '',
  type: 'bytes',
  fields: [named('value', raw)],
};

function named(name: string, shape: Shape, type = 'bytes') {
  return { name, type, shape };
}

/** The types of a buffer's records: what tsecc found out, else `@export_config`, else what is exported, else its value. */
function recordsOf(btf: Btf, meta: PackageMeta, map: ObjectMap): readonly RecordShape[] {
  const record = (id: number, alias?: string): RecordShape => {
    const shape = shapeOf(btf, id, formatsOf(btf, id, meta.tsecc?.types, alias));
    // A struct without a tag goes by its typedef's name.
    if (shape.kind === 'record') return { ...shape, name: shape.name || (alias ?? '') };
    return { ...rawRecord, fields: [named('value', shape, typeName(btf, id))] };
  };
  const facts = meta.tsecc?.maps ?? {};
  const events = Object.hasOwn(facts, map.name) ? (facts[map.name]?.events ?? []) : [];
  if (events.length > 0) return events.map(({ type, btf_type_id: id }) => record(id, bareName(type)));
  const config = meta.bpf_skel.maps?.find(({ name }) => name === map.name)?.export_config;
  const id = field(config, 'btf_type_id');
  if (typeof id === 'number') return [record(id)];
  const members = field(config, 'custom_members');
  if (Array.isArray(members))
    return [{ ...rawRecord, fields: members.flatMap((member) => customField(btf, member)) }];
  const exported = meta.export_types ?? [];
  if (exported.length > 0) return exported.map(({ name, type_id: typeId }) => record(typeId, bareName(name)));
  const value = map.valueTypeId;
  const isStruct = value !== undefined && ['struct', 'union'].includes(skipQualifiers(btf, value).kind);
  return [isStruct ? record(value) : rawRecord];
}

function customField(btf: Btf, member: unknown) {
  const [name, id] = [field(member, 'name'), field(member, 'btf_type_id')];
  if (typeof name !== 'string' || typeof id !== 'number') return [];
  return [named(name, shapeOf(btf, id), typeName(btf, id))];
}

/** `event` of `struct event`. */
const bareName = (type: string): string => type.replace(/^(?:struct|union)\s+/, '');

function field(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([name]) => name === key)?.[1];
}
