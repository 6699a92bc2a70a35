import { recordOf } from '../../core/record/record-of.js';
import type { Field, Shape } from '../../core/record/types.js';
import type { EventType, Value } from './types.js';

/** One value of an event that is shown by itself: all but records, whose fields are. */
export interface Column {
  /** Dotted path from the event: `peer.port`. */
  readonly path: string;
  readonly shape: Shape;
  /** As C spells its type. */
  readonly type: string;
  /** Takes the value out of a decoded event. */
  readonly get: (event: Value) => Value;
}

/** The columns of a type, in the order of declaration; of what is no struct the one column `value`. */
export function columnsOf(type: EventType): readonly Column[] {
  if (type.shape.kind !== 'record') {
    return recordOf(type).fields.map(({ name, ...field }) => ({
      path: name,
      ...field,
      get: (event) => event,
    }));
  }
  return type.shape.fields.flatMap((field) => columnsIn(field, '', (event) => event));
}

function columnsIn({ name, shape, type }: Field, prefix: string, getRecord: Column['get']): Column[] {
  const path = `${prefix}${name}`;
  const get = (event: Value): Value => member(getRecord(event), name);
  if (shape.kind === 'record') return shape.fields.flatMap((field) => columnsIn(field, `${path}.`, get));
  return [{ path, shape, type, get }];
}

function member(record: Value, name: string): Value {
  return isRecord(record) ? (record[name] ?? null) : null;
}

function isRecord(value: Value): value is { readonly [name: string]: Value } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
