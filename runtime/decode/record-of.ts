import type { EventType, RecordShape } from './types.js';

/** The type as a record: what is no struct or union, as a map's value may be, becomes its one field `value`. */
export function recordOf({ name, shape }: EventType): RecordShape {
  if (shape.kind === 'record') return shape;
  return { kind: 'record', size: shape.size, fields: [{ name: 'value', offset: 0, shape, type: name }] };
}
