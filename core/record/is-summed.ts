import type { IntegerShape, Shape } from './types.js';

/**
 * Whether a per-CPU map's values are added up over all processors, as counters are meant: whole numbers, whose sum has
 * eight bytes. Of any other value each processor's is shown.
 */
export function isSummed(shape: Shape): shape is IntegerShape {
  return shape.kind === 'integer' && shape.size !== 16;
}
