import { rawShape } from '../../core/record/raw-shape.js';
import { eventType } from '../decode/event-type.js';
import type { EventType } from '../decode/types.js';

/** The type of map entries of which nothing is known, ready for decoding: so many bytes, in hex. */
export function rawType(littleEndian: boolean, size: number): EventType {
  const { name, shape } = rawShape(size);
  return eventType(name, littleEndian, shape);
}
