import { freeKey, streamKeys, timeKeys } from '../../core/record/free-key.js';
import type { Declarations } from './declarations.js';
import { propertyKey, quote } from './identifiers.js';
import type { RecordShape } from '../../core/record/types.js';

/** The type of a line with a record: the time first, then the stream where there are several, then the record's own. */
export function lineType(
  record: RecordShape,
  stream: string | undefined,
  declarations: Declarations,
): string {
  const head = [`${propertyKey(freeKey(timeKeys, record.fields))}: number`];
  if (stream !== undefined) head.push(`${propertyKey(freeKey(streamKeys, record.fields))}: ${quote(stream)}`);
  if (record.name !== '') return `{ ${head.join('; ')} } & ${declarations.textOf(record)}`;
  const fields = declarations.fieldsOf(record).map(({ key, type }) => `${key}: ${type}`);
  return `{ ${[...head, ...fields].join('; ')} }`;
}
