import type { Shape } from './types.js';

/** The shape for a place that is not the end of its record. */
export function withFixedEnd(shape: Shape): Shape {
  switch (shape.kind) {
    case 'text':
    case 'array':
      return { ...shape, tail: 'fixed' };
    case 'record':
      return {
        ...shape,
        fields: shape.fields.map((field) => ({ ...field, shape: withFixedEnd(field.shape) })),
      };
    default:
      return shape;
  }
}
