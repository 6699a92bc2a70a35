import type { BpfObject, ObjectMap } from '../../core/object/types.js';
import type { PackageFacts, PackageMeta } from '../../core/package/types.js';
import { callsPrintk } from '../readers/calls-printk.js';
import { columnsOf } from '../decode/columns.js';
import type { EventType } from '../decode/types.js';
import { isBufferMap } from '../../core/object/map-types.js';
import { bufferTypes } from '../readers/buffer-types.js';
import { mapLayout } from '../readers/map-layout.js';
import { stackTraceOf } from '../../core/package/map-settings.js';
import { sampleSettings } from '../../core/package/sample-settings.js';
import type { EventDescription, ProgramDescription } from './types.js';

/** What a run prints, by where it comes from. Throws `package-invalid` where the package contradicts its object. */
export function describeEvents(
  object: BpfObject,
  meta: PackageMeta,
  programs: readonly ProgramDescription[],
): readonly EventDescription[] {
  const context = { object, meta };
  return [
    ...object.maps.flatMap((map) => [...describeBuffer(context, map), ...describeSamples(context, map)]),
    ...programs.filter(({ kind }) => kind === 'iter').map(({ name }) => textFrom(name, 'text')),
    ...object.programs
      .filter((program) => callsPrintk({ programs: [program] }))
      .map(({ name }) => textFrom(name, 'trace')),
  ];
}

const textFrom = (from: string, form: 'text' | 'trace'): EventDescription => ({
  ...{ from, form, type: undefined, fields: [] },
});

function describeBuffer(context: PackageFacts, map: ObjectMap): readonly EventDescription[] {
  if (!isBufferMap(map.type)) return [];
  const stacks = stackTraceOf(context, map.name) !== undefined;
  return (bufferTypes(context, map) ?? []).map((type) => ({
    ...{ from: map.name, form: stacks ? 'stacks' : 'records', type: type.name, fields: fieldsOf(type) },
  }));
}

function describeSamples(context: PackageFacts, map: ObjectMap): readonly EventDescription[] {
  const settings = sampleSettings(context, map.name);
  if (!settings || isBufferMap(map.type)) return [];
  const { key, value } = mapLayout(context, map, () => 1);
  return [
    {
      from: map.name,
      form: settings.type === 'default_kv' ? 'samples' : 'histogram',
      type: `${key.name}, ${value.name}`,
      fields: [
        ...fieldsOf(key).map((field) => ({ ...field, name: inside('key', field.name) })),
        ...fieldsOf(value).map((field) => ({ ...field, name: inside('value', field.name) })),
      ],
    },
  ];
}

/** The one column of what is no struct is called `value`. */
const inside = (part: string, field: string): string => (field === 'value' ? part : `${part}.${field}`);

const fieldsOf = (type: EventType): EventDescription['fields'] =>
  columnsOf(type).map(({ path, type: spelt }) => ({ name: path, type: spelt }));
