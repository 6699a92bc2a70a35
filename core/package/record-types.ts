import { skipQualifiers } from '../btf/resolve.js';
import { sizeOf } from '../btf/size-of.js';
import { message } from '../message.js';
import type { ObjectMap } from '../object/types.js';
import { rawShape } from '../record/raw-shape.js';
import { plainRecord } from '../record/record-of.js';
import type { Field, TypedShape } from '../record/types.js';
import { asObject, invalidMap, mapSettings } from './map-settings.js';
import { packageShape } from './package-shape.js';
import type { ExportType, PackageFacts } from './types.js';

/**
 * The types that records of a buffer may have, the most likely first: what tsecc found out, else what `export_config`
 * says, else the exported types, else the map's own value, else bytes. Undefined for a buffer that is not to be read
 * (`no_export`). Throws `package-invalid` for types that the object does not have.
 */
export function recordTypes(facts: PackageFacts, map: ObjectMap): readonly TypedShape[] | undefined {
  const config = mapSettings(facts, map.name)?.export_config;
  if (config === 'no_export') return undefined;
  const { meta } = facts;
  const known = own(meta.tsecc?.maps, map.name)?.events ?? [];
  if (known.length > 0) {
    return known.map(({ type, btf_type_id: id }) =>
      packageShape(facts, map.name, id, { alias: bareName(type) }),
    );
  }
  const configured = configuredType(facts, map.name, config);
  if (configured) return [configured];
  const exported = meta.export_types ?? [];
  if (exported.length > 0) return exported.map((type) => exportedType(facts, map.name, type));
  return [valueType(facts, map) ?? rawShape()];
}

function own<T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return record && Object.hasOwn(record, name) ? record[name] : undefined;
}

/** `event` of `struct event`. */
function bareName(type: string): string {
  return type.replace(/^(?:struct|union)\s+/, '');
}

/** What `@export_config {"btf_type_id": 7}` and `{"custom_members": […]}` say; ecc's form. */
function configuredType(facts: PackageFacts, map: string, config: unknown): TypedShape | undefined {
  const { btf_type_id: id, custom_members: members } = asObject(config) ?? {};
  if (id !== undefined) return packageShape(facts, map, wholeNumber(map, 'btf_type_id', id));
  if (!Array.isArray(members)) return undefined;
  const fields = members.map((member) => customField(facts, map, member));
  const size = fields.reduce((end, field) => Math.max(end, field.offset + field.shape.size), 0);
  return { name: 'custom members', shape: plainRecord(size, fields) };
}

function customField(facts: PackageFacts, map: string, member: unknown): Field {
  const { name, offset, btf_type_id: id } = asObject(member) ?? {};
  if (typeof name !== 'string') throw invalidMap(map, message`a member of its export_config has no name`);
  const { shape, name: type } = packageShape(facts, map, wholeNumber(map, 'btf_type_id', id));
  return { name, offset: wholeNumber(map, 'offset', offset), shape, type };
}

function wholeNumber(map: string, what: string, value: unknown): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value < 2 ** 31) return value;
  throw invalidMap(map, message`${what} in its export_config is not a whole number`);
}

/** An exported type, which has to be what the package says of it: its id may come from another compile. */
function exportedType(facts: PackageFacts, map: string, { name, size, type_id: id }: ExportType): TypedShape {
  const type = packageShape(facts, map, id, { alias: bareName(name) });
  const { btf } = facts.object;
  const found = btf && skipQualifiers(btf, id);
  if (!btf || (found?.kind !== 'struct' && found?.kind !== 'union')) {
    throw invalidMap(map, message`type ${id}, which the package calls ${name}, is ${type.name}, no struct`);
  }
  if (sizeOf(btf, id) === size) return type;
  throw invalidMap(
    map,
    message`type ${id}, which the package calls ${name}, is ${type.name} of ${sizeOf(btf, id)} bytes, not ${size}`,
  );
}

/** The value of a ring buffer, where its definition names a struct: other loaders take it for the records' type. */
function valueType(facts: PackageFacts, map: ObjectMap): TypedShape | undefined {
  if (map.valueTypeId === undefined) return undefined;
  const type = packageShape(facts, map.name, map.valueTypeId);
  return type.shape.kind === 'record' ? type : undefined;
}
