/** A bar of stars of at most `width` cells for a count, in proportion to the largest one. */
export function bar(count: bigint, most: bigint, width: number): string {
  if (most <= 0n || count <= 0n) return '';
  return '*'.repeat(Number((count * BigInt(width)) / most));
}
