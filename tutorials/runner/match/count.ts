import type { Count } from '../lessons/types.js';

/** Whether a number is one that a check wants; at least one where it says nothing. */
export function isCount(number: number, wanted: Count = { min: 1 }): boolean {
  if (typeof wanted === 'number') return number === wanted;
  const { min = 0, max = Infinity } = wanted;
  return number >= min && number <= max;
}
