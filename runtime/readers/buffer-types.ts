import { skipQualifiers } from '../../core/btf/resolve.js';
import { sizeOf } from '../../core/btf/size-of.js';
import { typeName } from '../../core/btf/type-name.js';
import type { ObjectMap } from '../../core/object/types.js';
import type { ExportType } from '../../core/package/types.js';
import { eventType } from '../decode/event-type.js';
import type { EventType, Field } from '../decode/types.js';
import { rawType } from './raw-type.js';
import { asObject, invalidMap, mapSettings, packageType, type SourceContext } from './source-context.js';
import { message } from '../../core/message.js';

/**
 * The types that records of a buffer may have, the most likely first: what tsecc found out, else what `export_config`
 * says, else the exported types, else the map's own value, else bytes. Undefined for a buffer that is not to be read
 * (`no_export`). Throws `package-invalid` for types that the object does not have.
 */
export function bufferTypes(context: SourceContext, map: ObjectMap): readonly EventType[] | undefined {
  const config = mapSettings(context, map.name)?.export_config;
  if (config === 'no_export') return undefined;
  const { meta, object } = context;
  const known = own(meta.tsecc?.maps, map.name)?.events ?? [];
  if (known.length > 0) {
    return known.map(({ type, btf_type_id }) => packageType(context, map.name, btf_type_id, bareName(type)));
  }
  const configured = configuredType(context, map.name, config);
  if (configured) return [configured];
  const exported = meta.export_types ?? [];
  if (exported.length > 0) return exported.map((type) => exportedType(context, map.name, type));
  return [valueType(context, map) ?? rawType(object.elf.littleEndian)];
}

function own<T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return record && Object.hasOwn(record, name) ? record[name] : undefined;
}

/** `event` of `struct event`. */
function bareName(type: string): string {
  return type.replace(/^(?:struct|union)\s+/, '');
}

/** What `@export_config {"btf_type_id": 7}` and `{"custom_members": […]}` say; ecc's form. */
function configuredType(context: SourceContext, map: string, config: unknown): EventType | undefined {
  const { btf_type_id: id, custom_members: members } = asObject(config) ?? {};
  if (id !== undefined) return packageType(context, map, wholeNumber(map, 'btf_type_id', id));
  if (!Array.isArray(members)) return undefined;
  const fields = members.map((member) => customField(context, map, member));
  const size = fields.reduce((end, field) => Math.max(end, field.offset + field.shape.size), 0);
  return eventType('custom members', context.object.elf.littleEndian, { kind: 'record', size, fields });
}

function customField(context: SourceContext, map: string, member: unknown): Field {
  const { name, offset, btf_type_id: id } = asObject(member) ?? {};
  if (typeof name !== 'string') throw invalidMap(map, message`a member of its export_config has no name`);
  const { shape, name: type } = packageType(context, map, wholeNumber(map, 'btf_type_id', id));
  return { name, offset: wholeNumber(map, 'offset', offset), shape, type };
}

function wholeNumber(map: string, what: string, value: unknown): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value < 2 ** 31) return value;
  throw invalidMap(map, message`${what} in its export_config is not a whole number`);
}

/** An exported type, which has to be what the package says of it: its id may come from another compile. */
function exportedType(
  context: SourceContext,
  map: string,
  { name, size, type_id: id }: ExportType,
): EventType {
  const type = packageType(context, map, id, bareName(name));
  const { btf } = context.object;
  const found = btf && skipQualifiers(btf, id);
  if (!btf || (found?.kind !== 'struct' && found?.kind !== 'union')) {
    throw invalidMap(map, message`type ${id}, which the package calls ${name}, is ${type.name}, no struct`);
  }
  if (sizeOf(btf, id) === size) return type;
  throw invalidMap(
    map,
    message`type ${id}, which the package calls ${name}, is ${typeName(btf, id)} of ${sizeOf(btf, id)} bytes, not ${size}`,
  );
}

/** The value of a ring buffer, where its definition names a struct: other loaders take it for the records' type. */
function valueType(context: SourceContext, map: ObjectMap): EventType | undefined {
  if (map.valueTypeId === undefined) return undefined;
  const type = packageType(context, map.name, map.valueTypeId);
  return type.shape.kind === 'record' ? type : undefined;
}
