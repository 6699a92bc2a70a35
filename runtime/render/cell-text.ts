import { escapeText } from '../../core/escape.js';
import { float32Text } from '../decode/float-text.js';
import { formatTable } from '../decode/formats/table.js';
import type { Shape } from '../../core/record/types.js';
import type { Value } from '../decode/types.js';

/** For whom a value is written: a person reads `1.2 ms`, a program wants `1234567`. */
export type Reader = 'person' | 'program';

/** A decoded value as text of one line; control characters are made visible. */
export function cellText(shape: Shape, value: Value, reader: Reader): string {
  if (value === null) return '';
  if (typeof value === 'string') return escapeText(value);
  if (shape.kind === 'formatted') {
    const { show } = formatTable[shape.format];
    if (show && reader === 'person' && (typeof value === 'number' || typeof value === 'bigint'))
      return show(value);
    return cellText(shape.inner, value, reader);
  }
  if (shape.kind === 'float' && shape.size === 4 && typeof value === 'number') return float32Text(value);
  return typeof value === 'object' ? nestedText(shape, value, reader) : String(value);
}

function nestedText(shape: Shape, value: Extract<Value, object>, reader: Reader): string {
  const quoted = (inner: Shape, each: Value): string =>
    typeof each === 'string' ? JSON.stringify(escapeText(each)) : cellText(inner, each, reader);
  if (shape.kind === 'array' && Array.isArray(value)) {
    return `[${value.map((each: Value) => quoted(shape.element, each)).join(', ')}]`;
  }
  if (shape.kind !== 'record') return '';
  const record = new Map(Object.entries(value));
  const members = shape.fields.map((field) => {
    return `${escapeText(field.name)}: ${quoted(field.shape, record.get(field.name) ?? null)}`;
  });
  return `{${members.join(', ')}}`;
}
