import { TseccError } from '../../core/errors.js';
import { message, type Phrase } from '../../core/message.js';
import type { EventType } from './types.js';

/**
 * A record that ends before its type does. It is given back as a value, never thrown: one such record must not end a
 * run. The message names the first field that is not whole.
 */
export class ShortRecordError extends TseccError {
  override readonly name = 'ShortRecordError';
  readonly size: number;
  readonly needed: number;

  constructor(type: EventType, size: number, said: Phrase) {
    super('package-invalid', said, { cure: message`the program sends another type than the package says` });
    this.size = size;
    this.needed = type.needed;
  }
}

/** The {@link ShortRecordError} for a record of `size` bytes that are less than its type needs. */
export function shortRecord(
  type: EventType,
  size: number,
  needed: (field: number) => number,
): ShortRecordError {
  const { shape } = type;
  const fields = shape.kind === 'record' ? shape.fields : [];
  const index = fields.findIndex((_, at) => needed(at) > size);
  const field = fields[index];
  const where = field
    ? message`field '${field.name}' ends at ${needed(index)}`
    : message`${type.needed} are needed`;
  return new ShortRecordError(type, size, message`decode ${type.name}: a record of ${size} bytes: ${where}`);
}
