import type { ArrayShape } from '../../core/record/types.js';
import type { Source } from './types.js';

/** Elements that an array at an offset has in the current record of the source. */
export function arrayLength({ tail, length, stride }: ArrayShape, source: Source, at: number): number {
  if (tail === 'fixed') return length;
  const there = Math.max(0, Math.floor((source.end - at) / stride));
  return tail === 'rest' ? there : Math.min(length, there);
}
