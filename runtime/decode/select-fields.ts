import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { nearest } from '../../core/nearest.js';
import { recordOf } from '../../core/record/record-of.js';
import type { Field, RecordShape } from '../../core/record/types.js';
import type { EventType } from './types.js';

/**
 * The type with only the fields that `--fields a,b.c` names, in that order; one inside of another stands there by
 * its whole path. What is decoded, written and shown of the type is then these alone. Records are checked as before.
 * Throws TseccError `usage` for a field that the type does not have.
 */
export function selectFields(type: EventType, list: string): EventType {
  const record = recordOf(type);
  const paths = list
    .split(',')
    .map((path) => path.trim())
    .filter((path) => path !== '');
  if (paths.length === 0)
    throw new TseccError('usage', message`select fields: none is named`, { cure: message`--fields a,b` });
  const fields = [...new Set(paths)].map((path) => findField(type, record, path));
  return { ...type, shape: { ...record, fields } };
}

function findField(type: EventType, record: RecordShape, path: string): Field {
  let found: Field | undefined;
  let { fields } = record;
  let offset = 0;
  for (const name of path.split('.')) {
    found = fields.find((field) => field.name === name);
    if (!found) throw unknownField(type, record, path);
    offset += found.offset;
    fields = found.shape.kind === 'record' ? found.shape.fields : [];
  }
  if (!found) throw unknownField(type, record, path);
  return { ...found, name: path, offset };
}

function unknownField(type: EventType, record: RecordShape, path: string): TseccError {
  const paths = fieldPaths(record);
  const near = nearest(path, paths, 1)[0];
  return new TseccError('usage', message`select field '${path}': ${type.name} has no such field`, {
    cure:
      near === undefined ? message`it has ${paths.slice(0, 20).join(', ')}` : message`did you mean ${near}`,
  });
}

/** The dotted paths of all fields, records and what is in them. */
export function fieldPaths({ fields }: RecordShape, prefix = ''): string[] {
  return fields.flatMap(({ name, shape }) => [
    `${prefix}${name}`,
    ...(shape.kind === 'record' ? fieldPaths(shape, `${prefix}${name}.`) : []),
  ]);
}
