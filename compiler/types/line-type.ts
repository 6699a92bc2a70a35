import type { Declarations } from './declarations.js';
import { propertyKey, quote } from './identifiers.js';
import type { RecordShape } from './types.js';

/** The type of a line with a record: the time first, then the stream where there are several, then the record's own. */
export function lineType(
  record: RecordShape,
  stream: string | undefined,
  declarations: Declarations,
): string {
  const head = [`${freeKey(record, ['time', 'timestamp', 'read_at'])}: number`];
  if (stream !== undefined) head.push(`${freeKey(record, ['stream', 'stream_name'])}: ${quote(stream)}`);
  if (record.name !== '') return `{ ${head.join('; ')} } & ${declarations.textOf(record)}`;
  const fields = declarations.fieldsOf(record).map(({ key, type }) => `${key}: ${type}`);
  return `{ ${[...head, ...fields].join('; ')} }`;
}

/** The first name that no field of the record has, as tsecli chooses it. */
function freeKey({ fields }: RecordShape, names: readonly [string, ...string[]]): string {
  const taken = new Set(fields.map(({ name }) => name));
  return propertyKey(names.find((name) => !taken.has(name)) ?? `@${names[0]}`);
}
