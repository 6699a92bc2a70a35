import type { RecordShape, TypedShape } from './types.js';

/** The type as a record: what is no struct or union, as a map's value may be, becomes its one field `value`. */
export function recordOf({ name, shape }: TypedShape): RecordShape {
  return shape.kind === 'record'
    ? shape
    : plainRecord(shape.size, [{ name: 'value', offset: 0, shape, type: name }]);
}

/** A record that no struct of C describes, such as a map's key and value side by side. */
export function plainRecord(size: number, fields: RecordShape['fields']): RecordShape {
  return { kind: 'record', size, name: '', type: '', fields };
}
