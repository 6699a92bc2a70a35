/**
 * Sixteen bytes in network order, as RFC 5952 writes them: lower case, the longest run of at least two zero groups
 * as `::` (of equal ones the first), IPv4-mapped addresses as `::ffff:10.0.0.1`.
 */
export function ipv6Text(view: DataView, at: number): string {
  const groups = Array.from({ length: 8 }, (_, index) => view.getUint16(at + index * 2, false));
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff) {
    return `::ffff:${[12, 13, 14, 15].map((index) => view.getUint8(at + index)).join('.')}`;
  }
  const { start, length } = longestZeros(groups);
  const text = (from: number, to?: number) =>
    groups
      .slice(from, to)
      .map((group) => group.toString(16))
      .join(':');
  return length < 2 ? text(0) : `${text(0, start)}::${text(start + length)}`;
}

function longestZeros(groups: readonly number[]): { readonly start: number; readonly length: number } {
  let best = { start: 0, length: 0 };
  let start = 0;
  groups.forEach((group, index) => {
    if (group !== 0) start = index + 1;
    else if (index + 1 - start > best.length) best = { start, length: index + 1 - start };
  });
  return best;
}
