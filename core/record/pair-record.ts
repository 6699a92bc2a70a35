import { plainRecord } from './record-of.js';
import type { RecordShape, TypedShape } from './types.js';
import { withFixedEnd } from './with-fixed-end.js';

/** A map's key and value as one record of two fields, for records that hold the key's bytes and then the value's. */
export function pairRecord(key: TypedShape, value: TypedShape): RecordShape {
  return plainRecord(key.shape.size + value.shape.size, [
    { name: 'key', offset: 0, shape: withFixedEnd(key.shape), type: key.name },
    { name: 'value', offset: key.shape.size, shape: value.shape, type: value.name },
  ]);
}
