import { eventType } from '../decode/event-type.js';
import type { EventType, Shape } from '../decode/types.js';

const byte: Shape = { kind: 'integer', size: 1, signed: false };

/** The type of records of which nothing is known: all their bytes, in hex. With a size, of so many bytes. */
export function rawType(littleEndian: boolean, size?: number): EventType {
  const inner: Shape = {
    kind: 'array',
    size: size ?? 0,
    element: byte,
    stride: 1,
    length: size ?? 0,
    tail: size === undefined ? 'rest' : 'fixed',
  };
  const shape: Shape = { kind: 'formatted', size: inner.size, format: 'hex', inner, processId: undefined };
  return eventType('bytes', littleEndian, shape);
}
