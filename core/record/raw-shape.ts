import type { Shape, TypedShape } from './types.js';

const byte: Shape = { kind: 'integer', size: 1, signed: false };

/** The type of records of which nothing is known: all their bytes, in hex. With a size, of so many bytes. */
export function rawShape(size?: number): TypedShape {
  const length = size ?? 0;
  const tail = size === undefined ? 'rest' : 'fixed';
  const inner: Shape = { kind: 'array', size: length, element: byte, stride: 1, length, tail };
  const shape: Shape = { kind: 'formatted', size: length, format: 'hex', inner, processId: undefined };
  return { name: 'bytes', shape };
}
